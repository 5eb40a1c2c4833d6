using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Covet.Json.Shapes;

[JsonModel]
public sealed class MyList : List<int>;

[JsonModel]
public sealed class MyCollection : Collection<string?>;

[JsonModel]
public sealed class MyDictionary : Dictionary<string, int>;

[JsonModel]
public sealed class MyHandMadeCollection : ICollection<int>
{
    private readonly List<int> items = [];

    public int Count => items.Count;

    public bool IsReadOnly => false;

    public void Add(int item) => items.Add(item);

    public void Clear() => items.Clear();

    public bool Contains(int item) => items.Contains(item);

    public void CopyTo(int[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);

    public bool Remove(int item) => items.Remove(item);

    public IEnumerator<int> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

[JsonModel]
public sealed class CollectionMembers
{
    public int[]? Array { get; set; }

    public int[][]? Jagged { get; set; }

    public List<int>? List { get; set; }

    public IList<string?>? IList { get; set; }

    public ICollection<int>? ICollection { get; set; }

    public IEnumerable<int>? IEnumerable { get; set; }

    public IReadOnlyList<Point>? IReadOnlyList { get; set; }

    public IReadOnlyCollection<int?>? IReadOnlyCollection { get; set; }

    public HashSet<string>? HashSet { get; set; }

    public ISet<int>? ISet { get; set; }

    public SortedSet<int>? SortedSet { get; set; }

    public Queue<int>? Queue { get; set; }

    public Stack<int>? Stack { get; set; }

    public LinkedList<int>? LinkedList { get; set; }

    public ObservableCollection<int>? Observable { get; set; }

    public ConcurrentQueue<int>? ConcurrentQueue { get; set; }

    public ImmutableArray<int> ImmutableArray { get; set; } = [];

    public ImmutableList<int>? ImmutableList { get; set; }

    public ImmutableHashSet<int>? ImmutableHashSet { get; set; }

    public ImmutableSortedSet<int>? ImmutableSortedSet { get; set; }

    public Dictionary<string, int>? Dictionary { get; set; }

    public IDictionary<string, Point?>? IDictionary { get; set; }

    public IReadOnlyDictionary<string, List<int>>? IReadOnlyDictionary { get; set; }

    public SortedDictionary<string, string?>? SortedDictionary { get; set; }

    public ImmutableDictionary<string, int>? ImmutableDictionary { get; set; }

    public Dictionary<Guid, int>? ByGuid { get; set; }

    public Dictionary<Colour, NamedColour>? ByEnum { get; set; }

    public MyList? Mine { get; set; }

    public MyDictionary? MyDictionary { get; set; }
}

[JsonModel]
public sealed class NestedCollections
{
    public List<List<List<int>>>? Lists { get; set; }

    public Dictionary<string, Dictionary<int, List<Point>>>? Maps { get; set; }

    public List<Dictionary<string, string?>>? ListOfMaps { get; set; }

    public Point[][]? Points { get; set; }

    public List<byte[]>? Blobs { get; set; }

    public List<PointStruct?>? MaybeStructs { get; set; }
}

[JsonModel]
public sealed class NonGenericCollections
{
    public ArrayList? ArrayList { get; set; }

    public IList? IList { get; set; }

    public IEnumerable? IEnumerable { get; set; }

    public ICollection? ICollection { get; set; }

    public Hashtable? Hashtable { get; set; }

    public IDictionary? IDictionary { get; set; }
}
