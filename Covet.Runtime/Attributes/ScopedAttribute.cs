namespace Covet;

/// <summary>Registers the class as a service with one instance a request (or service scope), by a plain factory in the generated <c>AddCovet()</c>.</summary>
/// <remarks>The class is registered as itself; <see cref="ScopedAttribute{TService}"/> names another service type.</remarks>
/// <example><code>[Scoped] public sealed class Clock { ... }</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScopedAttribute : Attribute
{
    /// <summary>The service type, for open generics (<c>typeof(IRepository&lt;&gt;)</c>); the class itself where it is null.</summary>
    public Type? ServiceType { get; set; }

    /// <summary>The key of a keyed service: a string, number, enum value or type; none where it is null.</summary>
    public object? Key { get; set; }
}
