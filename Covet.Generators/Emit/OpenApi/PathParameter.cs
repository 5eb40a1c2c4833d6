namespace Covet.Generators.Emit.OpenApi;

/// <summary>A parameter of a route template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Constraints">Its constraints as written: <c>guid</c>, <c>range(1,9)</c>.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
/// <param name="IsOptional">Whether the path may end before it: <c>{p?}</c> or <c>{p=default}</c>.</param>
internal sealed record PathParameter(string Name, IReadOnlyList<string> Constraints, bool IsCatchAll, bool IsOptional);
