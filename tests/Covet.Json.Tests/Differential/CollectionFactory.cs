using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Covet.Json.Tests.Differential;

/// <summary>Random collections and dictionaries of every kind of the table.</summary>
internal static class CollectionFactory
{
    private static readonly MethodInfo FillList = typeof(CollectionFactory).GetMethod(nameof(ToKind), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo FillMap = typeof(CollectionFactory).GetMethod(nameof(ToMap), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static object? Empty(Type type, ValueFactory factory, Random random) => TryMake(type, factory, random, -1, out var value) ? value : null;

    public static bool TryMake(Type type, ValueFactory factory, Random random, int depth, out object? value)
    {
        var count = depth < 0 ? 0 : random.Next(12) == 0 ? random.Next(60) : random.Next(5);
        if (depth < 2)
        {
            count = Math.Min(count, 2);
        }

        value = null;
        var map = Closed(type, typeof(IDictionary<,>)) ?? Closed(type, typeof(IReadOnlyDictionary<,>));
        if (map is not null)
        {
            var arguments = map.GetGenericArguments();
            var pairs = new List<(object Key, object? Value)>();
            for (var i = 0; i < count; i++)
            {
                pairs.Add((factory.Make(arguments[0], 0)!, factory.Item(arguments[1], depth)));
            }

            value = FillMap.MakeGenericMethod(arguments).Invoke(null, [type, pairs]);
            return true;
        }

        var item = type.IsArray ? type.GetElementType()
            : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>)) ? type.GetGenericArguments()[0]
            : Closed(type, typeof(IEnumerable<>))?.GetGenericArguments()[0]
            ?? (typeof(IEnumerable).IsAssignableFrom(type) ? typeof(object) : null);
        if (item is null)
        {
            return false;
        }

        var items = new List<object?>();
        for (var i = 0; i < count; i++)
        {
            items.Add(factory.Item(item, depth));
        }

        value = FillList.MakeGenericMethod(item).Invoke(null, [type, items]);
        return true;
    }

    private static Type? Closed(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);

    private static object ToKind<T>(Type type, List<object?> boxed)
    {
        var items = boxed.ConvertAll(static o => (T)o!);
        object[] candidates = [items, items.ToArray(), new HashSet<T>(items), .. NonGeneric(items)];
        foreach (var candidate in candidates)
        {
            if (type.IsInstanceOfType(candidate))
            {
                return candidate;
            }
        }

        if (type == typeof(Memory<T>))
        {
            return new Memory<T>([.. items]);
        }

        if (type == typeof(ReadOnlyMemory<T>))
        {
            return new ReadOnlyMemory<T>([.. items]);
        }

        object[] immutable = [ImmutableArray.CreateRange(items), ImmutableList.CreateRange(items), ImmutableHashSet.CreateRange(items), ImmutableQueue.CreateRange(items), ImmutableStack.CreateRange(items)];
        var found = Array.Find(immutable, type.IsInstanceOfType);
        if (found is null && type == typeof(ImmutableSortedSet<T>))
        {
            found = ImmutableSortedSet.CreateRange(items);
        }

        if (found is not null)
        {
            return found;
        }

        if (type.GetConstructor([typeof(IEnumerable<T>)]) is { } copying)
        {
            return copying.Invoke([items]);
        }

        var made = Activator.CreateInstance(type)!;
        foreach (var item in items)
        {
            ((ICollection<T>)made).Add(item);
        }

        return made;
    }

    private static object[] NonGeneric<T>(List<T> items)
    {
        var table = new Hashtable();
        for (var i = 0; i < items.Count; i++)
        {
            table["k" + i] = items[i];
        }

        return [new ArrayList(items), table];
    }

    private static object ToMap<TKey, TValue>(Type type, List<(object Key, object? Value)> pairs)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>();
        foreach (var (key, value) in pairs)
        {
            map[(TKey)key] = (TValue)value!;
        }

        object[] candidates = [map, ImmutableDictionary.CreateRange(map)];
        var found = Array.Find(candidates, type.IsInstanceOfType);
        if (found is not null)
        {
            return found;
        }

        if (type == typeof(ImmutableSortedDictionary<TKey, TValue>))
        {
            return ImmutableSortedDictionary.CreateRange(map);
        }

        var made = (IDictionary<TKey, TValue>)Activator.CreateInstance(type)!;
        foreach (var (key, value) in map)
        {
            made[key] = value;
        }

        return made;
    }
}
