namespace Todos;

/// <summary>What a client says about a todo.</summary>
/// <param name="Title">What is to be done: 1 to 200 characters.</param>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="Done">Whether it is done.</param>
public sealed record NewTodo([property: Required, StringLength(200)] string Title, DateOnly? Due = null, bool Done = false);
