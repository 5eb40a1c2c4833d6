namespace Covet;

/// <summary>Registers the class as <typeparamref name="TService"/> with one instance a request (or service scope), by a plain factory in the generated <c>AddCovet()</c>.</summary>
/// <typeparam name="TService">The service type that the class implements or derives from.</typeparam>
/// <example><code>[Scoped&lt;ITodoStore&gt;] public sealed class TodoStore : ITodoStore { ... }</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScopedAttribute<TService> : Attribute
    where TService : class
{
    /// <summary>The key of a keyed service: a string, number, enum value or type; none where it is null.</summary>
    public object? Key { get; set; }
}
