namespace Todos;

/// <summary>
/// Todos in memory, and every change as a line of JSON in a journal that is read again at the next start. The folder is
/// the configuration's <c>data</c>, by default <c>data</c> beside the program.
/// </summary>
[Singleton<ITodoStore>]
public sealed class JournalTodoStore : ITodoStore, IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, Todo> todos = [];
    private readonly StreamWriter journal;
    private int lastId;

    public JournalTodoStore(DataFolder folder)
    {
        var path = Path.Combine(folder.Path, "todos.journal");
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
            {
                Apply(CovetJson.Deserialize<JournalEntry>(line)!);
            }
        }

        journal = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    public IReadOnlyList<Todo> All()
    {
        lock (gate)
        {
            return [.. todos.Values];
        }
    }

    public Todo? Find(int id)
    {
        lock (gate)
        {
            return todos.GetValueOrDefault(id);
        }
    }

    public Todo? Add(NewTodo todo)
    {
        lock (gate)
        {
            return Save(new Todo(lastId + 1, todo.Title, todo.Due, todo.Done));
        }
    }

    public Todo? Replace(Todo todo)
    {
        lock (gate)
        {
            return Save(todo);
        }
    }

    public bool Remove(int id)
    {
        lock (gate)
        {
            if (!todos.ContainsKey(id))
            {
                return false;
            }

            Record(new JournalEntry(Removed: id));
            return true;
        }
    }

    public void Dispose() => journal.Dispose();

    private Todo? Save(Todo todo)
    {
        if (!todo.Done && todos.Values.Any(t => t.Id != todo.Id && !t.Done && t.Title == todo.Title))
        {
            return null;
        }

        Record(new JournalEntry(Saved: todo));
        return todo;
    }

    private void Record(JournalEntry entry)
    {
        journal.WriteLine(CovetJson.Serialize(entry));
        Apply(entry);
    }

    private void Apply(JournalEntry entry)
    {
        if (entry.Saved is { } saved)
        {
            todos[saved.Id] = saved;
            lastId = Math.Max(lastId, saved.Id);
        }

        if (entry.Removed is { } removed)
        {
            todos.Remove(removed);
        }
    }
}
