namespace Covet;

/// <summary>
/// Makes objects of a type that has no rule of its own, nor one below it, part of validation, so that an
/// <c>IValidator&lt;T&gt;</c> or <c>IAsyncValidator&lt;T&gt;</c> of services runs for them wherever they stand in a body.
/// The body itself, and types with rules, need no mark.
/// </summary>
/// <example><code>[Validate] public sealed record Address(string Street, string City);</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class ValidateAttribute : Attribute;
