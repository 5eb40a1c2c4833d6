namespace Covet.Generators.Model;

/// <summary>One property or field of an object in JSON.</summary>
/// <param name="ClrName">The C# name, without an escape.</param>
/// <param name="JsonName">The name on the wire, after <c>[JsonPropertyName]</c> or the naming policy.</param>
/// <param name="Type">The member's type.</param>
internal sealed record JsonMemberSpec(string ClrName, string JsonName, TypeRef Type)
{
    /// <summary>Whether null is allowed: a nullable annotation, <c>Nullable&lt;T&gt;</c>, or oblivious code.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether its value may be null where it is not in the input, as that of <c>[DisallowNull] string?</c>, which is never set to null.</summary>
    public bool MayStayNull { get; init; }

    /// <summary>Whether it must be present in the input: <c>required</c>, <c>[JsonRequired]</c>, or a constructor
    /// parameter without default that cannot be null (see docs/json.md).</summary>
    public bool Required { get; init; }

    /// <summary>Whether it must be present where an object that exists is filled: it keeps the value that its constructor parameter once had.</summary>
    public bool FillRequired { get; init; }

    /// <summary>Whether it is taken from JSON input; a member that is not is passed over there.</summary>
    public bool CanRead { get; init; } = true;

    /// <summary>Whether it is written.</summary>
    public bool CanWrite { get; init; } = true;

    /// <summary>How its value is got.</summary>
    public JsonAccess Getter { get; init; } = JsonAccess.Direct;

    /// <summary>How its value is set where it is no constructor parameter.</summary>
    public JsonAccess Setter { get; init; } = JsonAccess.Direct;

    /// <summary>The member in the open form of its type, where that is generic and the member is reached by an accessor.</summary>
    public JsonOpenAccessSpec? Open { get; init; }

    /// <summary>Whether C# demands it in the object initializer.</summary>
    public bool IsRequiredInCSharp { get; init; }

    /// <summary>Whether its setter may have code that a default in place of a refused value would upset.</summary>
    public bool GuardSet { get; init; }

    /// <summary>Whether the member itself has a string enum converter.</summary>
    public bool EnumAsString { get; init; }

    /// <summary>Whether <see cref="ConverterExpression"/> converts the type below <c>Nullable&lt;T&gt;</c>.</summary>
    public bool ConvertsUnderlying { get; init; }

    /// <summary>What the member holds where it is the extension data.</summary>
    public JsonExtensionKind ExtensionKind { get; init; }

    /// <summary>The type that is made for extension data or for filling, where there is none yet; null where it cannot be made.</summary>
    public string? CreateType { get; init; }

    public bool IsField { get; init; }

    public bool IsInitOnly { get; init; }

    /// <summary>The index of the constructor parameter that it is read into, or -1.</summary>
    public int ConstructorParameter { get; init; } = -1;

    /// <summary>The value of <c>System.Text.Json.Serialization.JsonIgnoreCondition</c> in force.</summary>
    public int IgnoreCondition { get; init; }

    /// <summary>The expression of the user's converter on the member, or null.</summary>
    public string? ConverterExpression { get; init; }

    /// <summary>Flags of <c>JsonNumberHandling</c> in force for the member.</summary>
    public int NumberHandling { get; init; }

    /// <summary>Whether it is the <c>[JsonExtensionData]</c> member.</summary>
    public bool IsExtensionData { get; init; }

    /// <summary>The type whose existing value reading fills (<c>[JsonObjectCreationHandling(Populate)]</c>), without <c>Nullable</c>; null where it makes a new one.</summary>
    public TypeRef? Filled { get; init; }

    /// <summary>How the member is set in an object that exists already, which has no need of its constructor.</summary>
    public JsonAccess FillSetter { get; init; }

    /// <summary>The type that declares it, where it is not the type itself (an inherited or interface member).</summary>
    public string? DeclaringType { get; init; }
}
