namespace Covet.Internal;

/// <summary>
/// The part of a class library in the OpenAPI documents of the applications that reference it: made by the library's
/// build, merged by the application's.
/// </summary>
/// <param name="json">Operations and schemas, in the generator's own format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class OpenApiFragmentAttribute(string json) : Attribute
{
    /// <summary>Operations and schemas, in the generator's own format.</summary>
    public string Json { get; } = json;
}
