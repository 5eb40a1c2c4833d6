using System.Collections.Concurrent;

namespace CovetApp1.Todos;

/// <summary>Keeps todos in memory.</summary>
[Singleton<ITodoStore>]
public sealed class MemoryTodoStore : ITodoStore
{
    private readonly ConcurrentDictionary<int, Todo> todos = new();
    private int last;

    public IReadOnlyList<Todo> List(bool? done) => [.. todos.Values.Where(todo => done is null || todo.Done == done).OrderBy(todo => todo.Id)];

    public Todo? Find(int id) => todos.GetValueOrDefault(id);

    public Todo Add(string title)
    {
        var todo = new Todo(Interlocked.Increment(ref last), title, Done: false);
        todos[todo.Id] = todo;
        return todo;
    }
}
