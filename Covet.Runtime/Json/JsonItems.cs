using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Covet.Internal;

/// <summary>Gathers items in an array that is lent, so that the collection is made once, in its size.</summary>
/// <typeparam name="T">The item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonItems<T>
{
    private const int InitialSize = 16;
    private T[]? items;
    private int count;

    /// <summary>An empty buffer.</summary>
    public JsonItems()
    {
    }

    /// <summary>The items.</summary>
    public readonly ReadOnlySpan<T> Span => items.AsSpan(0, count);

    /// <summary>Adds an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        var array = items;
        if (array is null || (uint)count >= (uint)array.Length)
        {
            array = Grow();
        }

        array[count++] = item;
    }

    /// <summary>The items as an array; the buffer is empty afterwards.</summary>
    public T[] ToArray() => Release(count == 0 ? [] : Span.ToArray());

    /// <summary>The items as a list; the buffer is empty afterwards.</summary>
    public List<T> ToList()
    {
        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        Span.CopyTo(CollectionsMarshal.AsSpan(list));
        return Release(list);
    }

    /// <summary>Gives the buffer back and passes on what was made of it.</summary>
    public TResult Release<TResult>(TResult result)
    {
        if (items is not null)
        {
            ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
            items = null;
            count = 0;
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T[] Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(items is null ? InitialSize : items.Length * 2);
        if (items is not null)
        {
            items.AsSpan(0, count).CopyTo(larger);
            ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }

        items = larger;
        return larger;
    }
}
