using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>All that is wrong with one request: collected by binding and validation, answered once (RFC 9457).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestErrors
{
    /// <summary>How many errors an answer lists. A hostile body could have more errors than the server has memory for their texts.</summary>
    internal const int Most = 10_000;

    private readonly List<RequestError> items = [];

    /// <summary>The status of the answer; 0 for the application's validation status (400 by default).</summary>
    public int StatusCode { get; set; }

    /// <summary>The errors, in the order in which they were found.</summary>
    public IReadOnlyList<RequestError> Items => items;

    /// <summary>How many errors were found, whether or not an answer lists them.</summary>
    internal int Found { get; private set; }

    /// <summary>Adds an error, making the collection where it is the first.</summary>
    /// <param name="errors">The collection, or null while nothing is wrong.</param>
    /// <param name="key">The JSON path or the parameter's name on the wire; empty for the whole request.</param>
    /// <param name="code">The machine-readable code; see <see cref="RequestErrorCodes"/>.</param>
    /// <param name="message">The message for people.</param>
    public static void Add([NotNull] ref RequestErrors? errors, string key, string code, string message)
    {
        errors ??= new RequestErrors();
        errors.Found++;
        if (errors.items.Count < Most)
        {
            errors.items.Add(new RequestError(key, code, message));
        }
        else if (errors.items.Count == Most)
        {
            errors.items.Add(new RequestError(key, RequestErrorCodes.TooManyErrors, ProblemKinds.TooManyErrors.Text));
        }
    }

    /// <summary>One collection out of two, either of which may be null.</summary>
    public static RequestErrors? Merge(RequestErrors? first, RequestErrors? second)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        first.items.AddRange(second.items);
        first.Found += second.Found;
        first.StatusCode = first.StatusCode == 0 ? second.StatusCode : first.StatusCode;
        return first;
    }

    /// <summary>Puts a path in front of the keys of all errors from <paramref name="start"/> on.</summary>
    internal void Prefix(int start, string prefix)
    {
        for (var i = start; i < items.Count; i++)
        {
            items[i] = items[i] with { Key = ErrorPath.Join(prefix, items[i].Key) };
        }
    }
}
