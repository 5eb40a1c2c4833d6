namespace Covet.Internal;

/// <summary>What <c>[MapException]</c> says, for those who do not know the exception's type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExceptionMapping
{
    /// <summary>The type of exception.</summary>
    Type ExceptionType { get; }

    /// <summary>The status of the answer.</summary>
    int StatusCode { get; }

    /// <summary>The document's title; the name of the status where it is null.</summary>
    string? Title { get; }

    /// <summary>The document's detail; none where it is null.</summary>
    string? Detail { get; }

    /// <summary>Whether the exception's message is the detail where <see cref="Detail"/> is null.</summary>
    bool ShowMessage { get; }

    /// <summary>Whether an exception is of the type.</summary>
    bool Matches(Exception exception);
}
