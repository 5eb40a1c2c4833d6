namespace Covet;

/// <summary>
/// Says that services are registered where Covet's analyzers cannot see it (by another library, by scanning, by code that
/// runs at startup), so that CVT0320 does not ask for them.
/// </summary>
/// <param name="services">The service types.</param>
/// <example><code>[assembly: RegisteredElsewhere(typeof(IClock), typeof(IMailer))]</code></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RegisteredElsewhereAttribute(params Type[] services) : Attribute
{
    /// <summary>The service types.</summary>
    public Type[] Services { get; } = services;
}
