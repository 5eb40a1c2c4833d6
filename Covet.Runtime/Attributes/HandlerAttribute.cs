using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Marks a class whose methods answer HTTP requests. Covet's generator turns each method that carries a verb
/// attribute (<see cref="GetAttribute"/>, <see cref="PostAttribute"/>, ...) into an endpoint at build.
/// </summary>
/// <param name="prefix">The route template that every template of the class is appended to; empty by default.</param>
/// <example>
/// <code>
/// [Handler("/todos")]
/// public sealed class TodoHandler(ITodoStore store)
/// {
///     [Get("{id:guid}")]
///     public Todo? Find(Guid id) => store.Find(id);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class HandlerAttribute(string prefix = "") : Attribute
{
    /// <summary>The route template that every template of the class is appended to.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>
    /// How long one instance of the class lives: one a request (<see cref="ServiceLifetime.Scoped"/> and
    /// <see cref="ServiceLifetime.Transient"/>, the default), or one for all requests
    /// (<see cref="ServiceLifetime.Singleton"/>).
    /// </summary>
    public ServiceLifetime Lifetime { get; set; } = ServiceLifetime.Transient;
}
