using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests;

/// <summary>What a user's web project refers to: the running framework and <c>Covet.Runtime</c>.</summary>
internal static class References
{
    public static ImmutableArray<MetadataReference> All { get; } = Load();

    private static ImmutableArray<MetadataReference> Load()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var aspNetCore = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(p => Path.GetDirectoryName(p) == framework || Path.GetDirectoryName(p) == aspNetCore)
                .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p)),
            MetadataReference.CreateFromFile(typeof(HandlerAttribute).Assembly.Location),
        ];
    }
}
