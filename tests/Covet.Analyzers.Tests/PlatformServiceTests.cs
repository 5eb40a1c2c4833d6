using Covet.Analyzers.Rules.Services;
using Microsoft.AspNetCore.Builder;

namespace Covet.Analyzers.Tests;

/// <summary>What CVT0320 says of the platform's services, held to a builder of Covet.</summary>
public sealed class PlatformServiceTests
{
    public static TheoryData<string> Services() => [.. PlatformServices.Calls.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_builder_does_not_bring_what_must_be_asked_for(string service)
    {
        await using var app = CovetApp.CreateBuilder().Build();
        Assert.Null(app.Services.GetService(Find(service)));
    }

    // The types of the shared framework, generic ones closed.
    private static Type Find(string name)
    {
        var folder = Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!;
        var assemblies = Directory.EnumerateFiles(folder, "Microsoft.*.dll").Append(typeof(HttpClient).Assembly.Location);
        var type = assemblies.Select(file => System.Reflection.Assembly.LoadFrom(file)).SelectMany(a => new[] { a.GetType(name), a.GetType(name + "`1") }).First(t => t is { IsPublic: true })!;
        return type.IsGenericTypeDefinition ? type.MakeGenericType(name.EndsWith("IHubContext", StringComparison.Ordinal) ? typeof(NoHub) : typeof(PlatformServiceTests)) : type;
    }

    private sealed class NoHub : Microsoft.AspNetCore.SignalR.Hub;
}
