namespace Covet.Generators.Model;

/// <summary>What is wrong with a route template.</summary>
/// <param name="Kind">The fault.</param>
/// <param name="Index">Where it begins in the template.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Message">What is wrong, for people, with the place.</param>
internal sealed record RouteTemplateError(RouteTemplateErrorKind Kind, int Index, int Length, string Message);
