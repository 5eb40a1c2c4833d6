namespace Todos;

/// <summary>Things to do.</summary>
[Handler("/todos")]
public sealed class TodoHandler(ITodoStore store)
{
    /// <summary>Lists todos, the oldest first.</summary>
    /// <param name="filter">Which todos.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many to leave out.</param>
    [Get]
    public TodoPage List([AsParameters] TodoFilter filter, [Range(1, 100)] int limit = 20, [Range(0, int.MaxValue)] int offset = 0)
    {
        var all = store.All().Where(filter.Accepts).ToList();
        var page = all.Skip(offset).Take(limit).ToList();
        var next = offset + page.Count;
        return new TodoPage(page, all.Count, next < all.Count ? next : null);
    }

    /// <summary>Streams all todos as they are read.</summary>
    [Get("stream")]
    public async IAsyncEnumerable<Todo> Stream()
    {
        foreach (var todo in store.All())
        {
            yield return todo;
            await Task.Yield();
        }
    }

    /// <summary>Finds a todo.</summary>
    [Get("{id:int}")]
    public Todo? Find(int id) => store.Find(id);

    /// <summary>Adds a todo.</summary>
    /// <returns>The todo with its number; a conflict where an open todo has the same title.</returns>
    [Post]
    public Results<Created<Todo>, Conflict<ProblemDetails>> Create(NewTodo body) =>
        store.Add(body) is { } todo
            ? TypedResults.Created($"/todos/{todo.Id}", todo)
            : TypedResults.Conflict(AlreadyThere(body.Title));

    /// <summary>Changes a todo.</summary>
    [Put("{id:int}")]
    public Results<Ok<Todo>, NotFound, Conflict<ProblemDetails>> Replace(int id, NewTodo body)
    {
        if (store.Find(id) is null)
        {
            return TypedResults.NotFound();
        }

        return store.Replace(new Todo(id, body.Title, body.Due, body.Done)) is { } todo
            ? TypedResults.Ok(todo)
            : TypedResults.Conflict(AlreadyThere(body.Title));
    }

    /// <summary>Removes a todo.</summary>
    [Delete("{id:int}")]
    public Results<NoContent, NotFound> Remove(int id) => store.Remove(id) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ProblemDetails AlreadyThere(string title) =>
        new() { Title = "Already there", Detail = $"An open todo has the title '{title}'." };
}
