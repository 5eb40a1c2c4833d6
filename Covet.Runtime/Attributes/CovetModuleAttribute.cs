namespace Covet.Internal;

/// <summary>Names the generated module of a class library, for the applications that reference it.</summary>
/// <param name="module">A class with a static <c>Instance</c>, an <c>EndpointModule</c>, and a static <c>AddServices</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CovetModuleAttribute(Type module) : Attribute
{
    /// <summary>The module.</summary>
    public Type Module { get; } = module;
}
