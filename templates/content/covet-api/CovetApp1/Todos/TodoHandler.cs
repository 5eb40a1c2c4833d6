namespace CovetApp1.Todos;

/// <summary>Things to do.</summary>
[Handler("/todos")]
public sealed class TodoHandler(ITodoStore store)
{
    /// <summary>Lists todos.</summary>
    [Get]
    public IReadOnlyList<Todo> List(bool? done) => store.List(done);

    /// <summary>Finds one todo.</summary>
    [Get("{id:int}")]
    public Todo? Find(int id) => store.Find(id);

    /// <summary>Adds a todo.</summary>
    [Post]
    public Created<Todo> Create(NewTodo body)
    {
        var todo = store.Add(body.Title);
        return TypedResults.Created($"/todos/{todo.Id}", todo);
    }
}
