namespace Covet.Http1;

/// <summary>What the bytes at hand are.</summary>
internal enum HeadState
{
    /// <summary>A head that can be served here.</summary>
    Complete,

    /// <summary>The beginning of one.</summary>
    Incomplete,

    /// <summary>Something that Kestrel shall judge.</summary>
    Foreign,
}
