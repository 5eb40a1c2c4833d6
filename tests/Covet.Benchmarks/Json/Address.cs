namespace Covet.Benchmarks.Json;

/// <summary>Part of <see cref="Medium"/>.</summary>
public sealed record Address(string Street, string City, string PostalCode, string Country, double Latitude, double Longitude);
