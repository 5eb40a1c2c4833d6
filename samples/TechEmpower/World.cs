namespace TechEmpower;

/// <summary>A row of the table <c>world</c>.</summary>
internal sealed record World(int Id, int RandomNumber);
