namespace CovetApp1.Todos;

/// <summary>Keeps todos.</summary>
public interface ITodoStore
{
    IReadOnlyList<Todo> List(bool? done);

    Todo? Find(int id);

    Todo Add(string title);
}
