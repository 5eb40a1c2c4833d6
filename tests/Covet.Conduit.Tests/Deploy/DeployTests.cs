using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conduit.Health;
using Covet.Conduit.Tests.Contract;
using Microsoft.Extensions.Configuration;

namespace Covet.Conduit.Tests.Deploy;

/// <summary>The files of <c>samples/Conduit/deploy</c>: what reads them accepts them, and they fit the program and its image.</summary>
public sealed partial class DeployTests
{
    private static string Sample { get; } = Path.Combine(Repository.Root, "samples/Conduit");

    private static string Manifest { get; } = Path.Combine(Repository.Root, "samples/Conduit/deploy/kubernetes.yaml");

    [Fact]
    public async Task Systemd_accepts_the_unit()
    {
        using var folder = new TestFolder();
        var unit = await File.ReadAllTextAsync(Path.Combine(Sample, "deploy/conduit.service"), TestContext.Current.CancellationToken);
        var copy = Path.Combine(folder.FullName, "conduit.service");

        // The program is installed by hand; any other stands in for it.
        await File.WriteAllTextAsync(copy, unit.Replace("ExecStart=/opt/conduit/Conduit", "ExecStart=/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (exitCode, output) = await Command.RunAsync("systemd-analyze", ["verify", copy], folder.FullName);
        Assert.True(exitCode == 0 && output.Length == 0, output);
    }

    [Fact]
    public void Kubernetes_probes_ask_the_programs_checks_where_the_image_listens()
    {
        var container = Container();
        Assert.Equal("/health/startup", Text(container["startupProbe"]!["httpGet"]!["path"]));
        Assert.Equal("/health/ready", Text(container["readinessProbe"]!["httpGet"]!["path"]));
        Assert.Equal("/health/live", Text(container["livenessProbe"]!["httpGet"]!["path"]));
        Assert.All(["startupProbe", "readinessProbe", "livenessProbe"], probe => Assert.Equal("http", Text(container[probe]!["httpGet"]!["port"])));
        var dockerfile = File.ReadAllText(Path.Combine(Sample, "Dockerfile"));
        Assert.Contains("ASPNETCORE_URLS=http://*:" + Text(container["ports"]![0]!["containerPort"]), dockerfile, StringComparison.Ordinal);
        Assert.Equal("true", Text(container["securityContext"]!["readOnlyRootFilesystem"]));
    }

    [Fact]
    public void Kubernetes_runs_the_images_user_and_waits_longer_than_the_program_takes_to_end()
    {
        var pod = Deployment()["spec"]!["template"]!["spec"]!;
        var dockerfile = File.ReadAllText(Path.Combine(Sample, "Dockerfile"));
        Assert.Contains($"USER {Text(pod["securityContext"]!["runAsUser"])}:{Text(pod["securityContext"]!["runAsGroup"])}", dockerfile, StringComparison.Ordinal);
        var drain = Container()["env"]!.AsArray().Single(variable => Text(variable!["name"]) == "Shutdown__DrainSeconds");
        var grace = ShutdownOptions.Read(new ConfigurationBuilder().Build()).Grace.TotalSeconds;
        Assert.InRange(Number(pod["terminationGracePeriodSeconds"]), Number(drain!["value"]) + (int)grace + 1, int.MaxValue);
    }

    [Fact]
    public void A_rolling_update_takes_no_instance_away_before_its_successor_is_ready()
    {
        var update = Deployment()["spec"]!["strategy"]!["rollingUpdate"]!;
        Assert.Equal((0, 1), (Number(update["maxUnavailable"]), Number(update["maxSurge"])));
        var labels = Deployment()["spec"]!["template"]!["metadata"]!["labels"]!;
        Assert.True(JsonNode.DeepEquals(labels, Deployment()["spec"]!["selector"]!["matchLabels"]));
    }

    [Fact]
    public void The_service_and_the_disruption_budget_find_the_pods()
    {
        var labels = Deployment()["spec"]!["template"]!["metadata"]!["labels"];
        var service = Document("v1", "Service")["spec"]!;
        Assert.True(JsonNode.DeepEquals(labels, service["selector"]));
        Assert.Equal(Text(Container()["ports"]![0]!["name"]), Text(service["ports"]![0]!["targetPort"]));
        var budget = Document("policy/v1", "PodDisruptionBudget")["spec"]!;
        Assert.True(JsonNode.DeepEquals(labels, budget["selector"]!["matchLabels"]));
        Assert.InRange(Number(budget["minAvailable"]), 1, Number(Deployment()["spec"]!["replicas"]) - 1);
    }

    [Fact]
    public async Task The_program_starts_with_the_manifests_settings_and_answers_its_probes()
    {
        // As the API server has it: the variables of the manifest, then those of the secret that its first lines make.
        var text = await File.ReadAllTextAsync(Manifest, TestContext.Current.CancellationToken);
        var secret = SecretKeys().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["Postgres__Connection", "Tokens__Secret"], secret);
        var variables = Container()["env"]!.AsArray().Select(variable => $"{Text(variable!["name"])}={Text(variable["value"])}");
        await using var conduit = await ConduitProcess.StartAsync(
            [
                "/usr/bin/env", .. variables, "Postgres__Connection=" + PostgresServer.Shared.CreateDatabase(),
                "Tokens__Secret=" + Convert.ToBase64String(new byte[32]), Binaries.Jit,
            ]);

        foreach (var probe in (string[])["startupProbe", "readinessProbe", "livenessProbe"])
        {
            Assert.Equal(200, (await conduit.Api.GetAsync(Text(Container()[probe]!["httpGet"]!["path"]))).Status);
        }
    }

    [GeneratedRegex(@"--from-literal=(\w+)=")]
    private static partial Regex SecretKeys();

    private static JsonNode Document(string version, string kind) =>
        YamlJson.ReadAll(Manifest).Single(document => Text(document["apiVersion"]) == version && Text(document["kind"]) == kind);

    private static JsonNode Deployment() => Document("apps/v1", "Deployment");

    private static JsonNode Container() => Deployment()["spec"]!["template"]!["spec"]!["containers"]![0]!;

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static int Number(JsonNode? node) => int.Parse(Text(node), CultureInfo.InvariantCulture);
}
