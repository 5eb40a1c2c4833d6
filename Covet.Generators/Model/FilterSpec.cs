namespace Covet.Generators.Model;

/// <summary>A filter around a method.</summary>
/// <param name="Type">The filter's class.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="Place">Where it is declared, for the comment: <c>class OrderHandler</c>.</param>
internal sealed record FilterSpec(TypeRef Type, FilterKind Kind, string Place)
{
    /// <summary>What its constructor needs.</summary>
    public EquatableArray<DependencySpec> Dependencies { get; init; }

    /// <summary>Whether it is a service by a service attribute of its own, so that services keep it.</summary>
    public bool IsService { get; init; }

    /// <summary>Whether it is disposed after the request: 0 no, 1 <c>IDisposable</c>, 2 <c>IAsyncDisposable</c>.</summary>
    public int Disposal { get; init; }

    /// <summary>Whether no two of its instances differ, so that one is made for all requests.</summary>
    public bool IsStateless { get; init; }

    /// <summary>The interface to call it by, where its method is an explicit implementation; else null.</summary>
    public string? Interface { get; init; }
}
