namespace CovetApp1.Todos;

/// <summary>What is needed for a new todo.</summary>
public sealed record NewTodo([property: Required, StringLength(200)] string Title);
