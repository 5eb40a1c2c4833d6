namespace Covet.Http1;

/// <summary>How an answer's body is told from what follows it.</summary>
internal enum BodyMode
{
    /// <summary>By its length, or by what the application wrote itself.</summary>
    Length,

    /// <summary>In chunks (RFC 9112, section 7.1).</summary>
    Chunked,

    /// <summary>There is none.</summary>
    None,
}
