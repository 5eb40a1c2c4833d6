namespace Covet;

/// <summary>Registers the class as a service with a new instance at every resolution, by a plain factory in the generated <c>AddCovet()</c>.</summary>
/// <remarks>The class is registered as itself; <see cref="TransientAttribute{TService}"/> names another service type.</remarks>
/// <example><code>[Transient] public sealed class Clock { ... }</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TransientAttribute : Attribute
{
    /// <summary>The service type, for open generics (<c>typeof(IRepository&lt;&gt;)</c>); the class itself where it is null.</summary>
    public Type? ServiceType { get; set; }

    /// <summary>The key of a keyed service: a string, number, enum value or type; none where it is null.</summary>
    public object? Key { get; set; }
}
