namespace Covet.Generators.Model;

/// <summary>What one handler, or one library, adds to the documents, as JSON; see <c>FragmentBuilder</c>.</summary>
internal sealed record OpenApiFragmentSpec(string Json);
