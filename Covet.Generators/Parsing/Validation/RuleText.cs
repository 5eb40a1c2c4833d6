namespace Covet.Generators.Parsing.Validation;

/// <summary>A text that messages need: a literal, or a static property that is read when it is needed.</summary>
/// <param name="Expression">The text as C#.</param>
/// <param name="IsResource">Whether it is read from a resource.</param>
internal sealed record RuleText(string Expression, bool IsResource);
