namespace TechEmpower;

/// <summary>A row of the table <c>fortune</c>.</summary>
internal sealed record Fortune(int Id, string Message);
