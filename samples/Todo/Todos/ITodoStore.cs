namespace Todos;

/// <summary>Keeps todos.</summary>
public interface ITodoStore
{
    /// <summary>All todos by number, as they are at this moment.</summary>
    IReadOnlyList<Todo> All();

    /// <summary>A todo, or null where there is none of this number.</summary>
    Todo? Find(int id);

    /// <summary>Adds a todo under a new number; null where an open one has its title.</summary>
    Todo? Add(NewTodo todo);

    /// <summary>Puts a todo in the place of the one with its number; null where another open one has its title.</summary>
    Todo? Replace(Todo todo);

    /// <summary>Removes a todo; false where there is none of this number.</summary>
    bool Remove(int id);
}
