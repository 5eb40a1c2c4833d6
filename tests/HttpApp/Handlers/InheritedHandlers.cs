namespace HttpApp.Handlers;

/// <summary>A generic base class whose endpoints are inherited.</summary>
public abstract class CrudHandler<T>
    where T : class
{
    [Get("{id:int}")]
    public T? Find(int id) => id == 0 ? null : Make(id);

    [Get]
    public List<T> All() => [Make(1), Make(2)];

    protected abstract T Make(int id);
}

[Handler("/inherited/echoes")]
public sealed class EchoCrudHandler : CrudHandler<Echo>
{
    protected override Echo Make(int id) => new("echo", id);
}

[Handler("/inherited/people")]
public sealed class PersonCrudHandler : CrudHandler<Person>
{
    protected override Person Make(int id) => new("Ann", id);
}
