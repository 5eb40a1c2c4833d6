using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>Asynchronous sequences of what has been read already.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonAsync
{
    /// <summary>The items as an asynchronous sequence.</summary>
    public static async IAsyncEnumerable<T> From<T>(T[] items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask;
    }
}
