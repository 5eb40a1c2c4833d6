namespace Covet;

/// <summary>
/// Takes a method out of the versions of its class (<see cref="ApiVersionAttribute"/>): it answers every version, and requests that
/// name none. Its route cannot have the token <c>[version]</c>.
/// </summary>
/// <example><code>
/// [Handler("/orders"), ApiVersion("1"), ApiVersion("2")]
/// public sealed class OrderHandler
/// {
///     [Get("health"), ApiVersionNeutral]
///     public string Health() => "fine";         // /orders/health, with any api-version and without
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ApiVersionNeutralAttribute : Attribute;
