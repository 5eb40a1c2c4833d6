namespace Covet.Internal;

/// <summary>One route of a class library's module, for the route tables of the applications that reference it.</summary>
/// <param name="index">Its place in the module.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="template">The route template, without a leading slash.</param>
/// <param name="order">Its order.</param>
/// <param name="handler">The handler's name, for messages.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CovetModuleRouteAttribute(int index, string method, string template, int order, string handler) : Attribute
{
    /// <summary>Its place in the module.</summary>
    public int Index { get; } = index;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The route template.</summary>
    public string Template { get; } = template;

    /// <summary>Its order.</summary>
    public int Order { get; } = order;

    /// <summary>The handler's name.</summary>
    public string Handler { get; } = handler;
}
