namespace Covet.Generators.Model;

/// <summary>A hidden member of a generic type as its open definition has it, which is what an <c>[UnsafeAccessor]</c> has to name.</summary>
/// <param name="Parameters">The type parameters of the definition and of the types around it: <c>T, U</c>.</param>
/// <param name="Arguments">What they are in the closed type: <c>int, string</c>.</param>
/// <param name="Constraints">The constraint clauses, or nothing.</param>
/// <param name="DeclaringType">The open type: <c>global::App.Page&lt;T&gt;</c>.</param>
/// <param name="MemberType">The member's type in terms of the parameters.</param>
internal sealed record JsonOpenAccessSpec(string Parameters, string Arguments, string Constraints, string DeclaringType, string MemberType);
