namespace Covet.Generators.Model;

/// <summary>The validation rules of a member.</summary>
/// <param name="ClrName">The C# name.</param>
/// <param name="Key">The name in error paths: the JSON name.</param>
/// <param name="Type">The member's type.</param>
/// <param name="Rules">The rules, in the order in which they are declared.</param>
internal sealed record ValidationMemberSpec(string ClrName, string Key, TypeRef Type, EquatableArray<ValidationRuleSpec> Rules)
{
    /// <summary>The name in messages as a C# expression: a literal, or a resource property.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether <see cref="Name"/> is read from a resource, in the client's language.</summary>
    public bool NameIsResource { get; init; }

    /// <summary>What the rules need to know of the value.</summary>
    public ValidationValueSpec? Value { get; init; }

    /// <summary>Whether <see cref="Type"/> has a validator that looks below the member.</summary>
    public bool HasValidator { get; init; }
}
