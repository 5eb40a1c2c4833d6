namespace Covet.Internal;

/// <summary>A service of a class library that is an open generic: the applications that reference the library close it over what they ask for.</summary>
/// <param name="implementation">The class, as an open generic.</param>
/// <param name="closed">What the library itself has registered of it, as <c>service|implementation|key</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CovetModuleServiceAttribute(Type implementation, params string[] closed) : Attribute
{
    /// <summary>The class.</summary>
    public Type Implementation { get; } = implementation;

    /// <summary>What the library has registered.</summary>
    public IReadOnlyList<string> Closed { get; } = closed;
}
