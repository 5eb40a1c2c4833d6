namespace Covet.Generators.Model;

/// <summary>How a collection or dictionary is made when it is read.</summary>
internal enum JsonCollectionKind
{
    None,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c> or an interface that it implements.</summary>
    List,

    /// <summary><c>new T()</c> and <c>Add</c>.</summary>
    Add,

    /// <summary><c>HashSet&lt;T&gt;</c> or a set interface.</summary>
    Set,

    /// <summary><c>Queue&lt;T&gt;</c> and its kin: <c>Enqueue</c>.</summary>
    Enqueue,

    /// <summary><c>Stack&lt;T&gt;</c> and its kin: <c>Push</c>, with System.Text.Json's order.</summary>
    Push,

    /// <summary>An immutable collection, made by <c>CreateRange</c> of its companion class.</summary>
    Immutable,

    /// <summary><c>Dictionary&lt;K, V&gt;</c> or an interface that it implements.</summary>
    Dictionary,

    /// <summary>Can be written only.</summary>
    WriteOnly,
}
