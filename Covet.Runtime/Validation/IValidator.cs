namespace Covet;

/// <summary>
/// A rule for objects of <typeparamref name="T"/> that attributes cannot say. Register it as a service; it runs for each
/// such object of a request's body (also nested ones, see docs/validation.md) whose attributes hold.
/// </summary>
/// <typeparam name="T">The type that is checked.</typeparam>
/// <example><code>
/// [Singleton&lt;IValidator&lt;Order&gt;&gt;]
/// public sealed class OrderRules(IClock clock) : IValidator&lt;Order&gt;
/// {
///     public void Validate(Order value, ValidationErrors errors)
///     {
///         if (value.Due &lt; clock.Today) errors.Add(nameof(Order.Due), "The due date has passed.", "past");
///     }
/// }
/// </code></example>
public interface IValidator<in T>
{
    /// <summary>Adds what is wrong with <paramref name="value"/> to <paramref name="errors"/>.</summary>
    /// <param name="value">The object; its attributes hold.</param>
    /// <param name="errors">Takes what is wrong.</param>
    void Validate(T value, ValidationErrors errors);
}
