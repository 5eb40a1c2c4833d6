namespace TechEmpower;

internal sealed record HelloMessage(string Message);
