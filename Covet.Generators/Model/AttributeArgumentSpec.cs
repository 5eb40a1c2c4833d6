namespace Covet.Generators.Model;

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">The parameter's or property's name.</param>
/// <param name="Expression">The value as a C# expression.</param>
/// <param name="Text">The value as invariant text: a string as it is, a number in decimal, a type as its full name, null for null.</param>
/// <param name="TypeName">The value's type, e.g. <c>System.Int32</c>.</param>
internal sealed record AttributeArgumentSpec(string Name, string Expression, string? Text, string TypeName)
{
    /// <summary>The elements where the value is an array.</summary>
    public EquatableArray<AttributeArgumentSpec> Elements { get; init; }
}
