using Covet.Generators.Emit.Json;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Json;
using Microsoft.CodeAnalysis;

namespace Covet.Generators;

/// <summary>
/// The pipeline's part for calls of <c>CovetJson</c>. The types that they need go to the codecs without places; the places go to a file of
/// their own, which every edit of a file with such a call changes, and which an editor does not wait for.
/// </summary>
internal static class JsonCallSteps
{
    /// <summary>The generated file.</summary>
    public const string FileName = "CovetJsonCalls.g.cs";

    // How a project says which namespaces may hold methods that stand in for calls.
    private const string Feature = "InterceptorsNamespaces";

    // The compiler's data begins with a checksum of the file and the position in it.
    private const int ChecksumAndPosition = 20;

    /// <summary>What the calls ask for.</summary>
    public static IncrementalValuesProvider<JsonCallResult> Find(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(static (node, _) => JsonCallParser.IsCandidate(node), static (match, _) => match.Node)
        .Combine(context.CompilationProvider)
        .Select(static (pair, cancellation) => JsonCallParser.Parse(pair.Left, pair.Right, cancellation))
        .Where(static result => result is not null)
        .Select(static (result, _) => result!)
        .WithTrackingName(StepNames.WithPlaces.JsonCalls);

    /// <summary>The types that calls give codecs to.</summary>
    public static IncrementalValueProvider<EquatableArray<TypeSpec>> Types(IncrementalValuesProvider<JsonCallResult> calls) => calls
        .SelectMany(static (call, _) => call.Types)
        .Collect()
        .Select(static (types, _) => TypeSet.Distinct(types).ToEquatableArray())
        .WithTrackingName(StepNames.JsonCallTypes);

    /// <summary>Emits what stands in for the calls, where the project allows it.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<JsonCallResult> calls)
    {
        var allowed = context.ParseOptionsProvider.Select(static (options, _) => IsAllowed(options)).WithTrackingName(StepNames.JsonCallsAllowed);
        var bound = calls.Where(static call => call.Call is not null).Select(static (call, _) => call.Call!).Collect().Combine(allowed);
        context.RegisterImplementationSourceOutput(bound, static (output, pair) =>
        {
            var (found, allowed) = pair;
            var unique = allowed ? Unique(found) : [];
            if (unique.Count > 0)
            {
                output.AddSource(FileName, JsonCallEmitter.Emit(unique));
            }
        });
    }

    // The compiler takes a namespace with all below it.
    private static bool IsAllowed(ParseOptions options) => options.Features.TryGetValue(Feature, out var value) && value.Split(';')
        .Any(static name => name.Length > 0 && (JsonCallEmitter.Namespace + ".").StartsWith(name + ".", StringComparison.Ordinal));

    // A file that stands in a project twice is the same to the compiler's checksum, so that it cannot tell which call is meant.
    private static List<JsonCallSpec> Unique(IEnumerable<JsonCallSpec> calls) =>
        [.. calls.GroupBy(static call => ContentOf(call.Data), StringComparer.Ordinal).Where(static group => group.Count() == 1).Select(static group => group.First())];

    private static string ContentOf(string data)
    {
        var bytes = Convert.FromBase64String(data);
        return Convert.ToBase64String(bytes, 0, Math.Min(bytes.Length, ChecksumAndPosition));
    }
}
