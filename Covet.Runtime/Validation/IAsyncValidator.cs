namespace Covet;

/// <summary>
/// A rule for objects of <typeparamref name="T"/> that waits, such as one that asks a database. Register it as a service;
/// it runs for each such object of a request's body whose attributes hold, after every <see cref="IValidator{T}"/> of it.
/// </summary>
/// <typeparam name="T">The type that is checked.</typeparam>
/// <example><code>
/// [Scoped&lt;IAsyncValidator&lt;NewUser&gt;&gt;]
/// public sealed class UniqueName(UserStore store) : IAsyncValidator&lt;NewUser&gt;
/// {
///     public async ValueTask ValidateAsync(NewUser value, ValidationErrors errors, CancellationToken cancellationToken)
///     {
///         if (await store.ExistsAsync(value.Name, cancellationToken)) errors.Add(nameof(NewUser.Name), "The name is taken.", "taken");
///     }
/// }
/// </code></example>
public interface IAsyncValidator<in T>
{
    /// <summary>Adds what is wrong with <paramref name="value"/> to <paramref name="errors"/>.</summary>
    /// <param name="value">The object; its attributes hold.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    ValueTask ValidateAsync(T value, ValidationErrors errors, CancellationToken cancellationToken);
}
