namespace Covet.Generators.Model;

/// <summary>How a returned value is written.</summary>
internal enum ReturnKind
{
    /// <summary>Nothing: 200 with an empty body.</summary>
    Void,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary><c>string</c>: text/plain; charset=utf-8.</summary>
    Text,

    /// <summary><c>byte[]</c>: application/octet-stream.</summary>
    Bytes,

    /// <summary><c>Stream</c>: application/octet-stream.</summary>
    Stream,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: a streamed JSON array.</summary>
    AsyncEnumerable,

    /// <summary>One type of <c>TypedResults</c>.</summary>
    TypedResult,

    /// <summary><c>Results&lt;...&gt;</c>.</summary>
    ResultsUnion,

    /// <summary>Any other <c>IResult</c>: its own <c>ExecuteAsync</c>.</summary>
    Result,
}
