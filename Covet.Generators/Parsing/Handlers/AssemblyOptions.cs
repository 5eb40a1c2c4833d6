using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads <c>[assembly: CovetOptions]</c>, once a compilation.</summary>
internal static class AssemblyOptions
{
    private const int DefaultStatus = 400;
    private static readonly ConditionalWeakTable<Compilation, object> Cache = new();

    /// <summary>The status of a response that lists binding and validation errors.</summary>
    public static int ValidationStatusCode(Compilation compilation) => (int)Cache.GetValue(compilation, static key => (object)Read(key));

    private static int Read(Compilation compilation)
    {
        var attribute = compilation.Assembly.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass.Is("Covet", "CovetOptionsAttribute"));
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument is { Key: "ValidationStatusCode", Value.Value: int status })
            {
                return status;
            }
        }

        return DefaultStatus;
    }
}
