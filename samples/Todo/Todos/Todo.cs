namespace Todos;

/// <summary>Something to do.</summary>
/// <param name="Id">Its number, given by the server.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="Done">Whether it is done.</param>
public sealed record Todo(int Id, string Title, DateOnly? Due, bool Done);
