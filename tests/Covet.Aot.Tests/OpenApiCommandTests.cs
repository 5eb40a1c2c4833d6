namespace Covet.Aot.Tests;

/// <summary>What a native program prints of its documents.</summary>
[Collection("samples")]
public sealed class OpenApiCommandTests
{
    private static string Written => File.ReadAllText(Path.Combine(Repository.Root, "samples", "Todo", "openapi", "v1.json"));

    [Theory]
    [InlineData("openapi")]
    [InlineData("openapi", "v1")]
    [InlineData("openapi", "v1.json")]
    [InlineData("openapi", "V1", "--urls", "http://127.0.0.1:0")]
    public async Task The_command_prints_the_file_that_the_build_wrote(params string[] arguments) =>
        Assert.Equal((0, Written), await RunAsync("samples/Todo", "Todo", arguments));

    [Fact]
    public async Task It_prints_YAML_where_the_name_says_so()
    {
        var (exitCode, text) = await RunAsync("samples/Todo", "Todo", "openapi", "v1.yaml");
        Assert.Equal(0, exitCode);
        Assert.StartsWith("openapi: \"3.1.1\"\ninfo:\n  title: Todo\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  /todos/{id}:\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v9")]
    [InlineData("v1.xml")]
    [InlineData("../v1")]
    public async Task A_name_that_is_not_there_is_an_error_that_names_those_that_are(string name) =>
        Assert.Equal((1, $"There is no OpenAPI document '{name}'. There are: v1.\n"), await RunAsync("samples/Todo", "Todo", "openapi", name));

    [Fact]
    public async Task What_is_printed_has_what_transformers_changed()
    {
        var (exitCode, text) = await RunAsync("tests/HttpApp", "HttpApp", "openapi", "v1");
        Assert.Equal(0, exitCode);
        Assert.Contains("\"x-then\": \"v1 1 True\"", text, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(string project, string name, params string[] arguments)
    {
        var run = await Command.RunAsync(await NativePublish.BinaryAsync(project, name), arguments, Repository.Root);
        return (run.ExitCode, run.Output.ReplaceLineEndings("\n"));
    }
}
