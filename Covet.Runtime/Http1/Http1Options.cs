using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Covet.Http1;

/// <summary>What of Kestrel's options concerns requests that are served here.</summary>
internal sealed class Http1Options
{
    // A body is served here only where it has arrived with its head; a larger one is read as it comes, by Kestrel.
    private const int LargestBody = 64 * 1024;
    private const int LargestHead = 32 * 1024;

    public Http1Options(KestrelServerOptions options)
    {
        Server = options;
        var limits = options.Limits;
        LargestLine = Math.Min(limits.MaxRequestLineSize, LargestHead);
        LargestHeaders = Math.Min(limits.MaxRequestHeadersTotalSize, LargestHead);
        HeaderCount = Math.Min(limits.MaxRequestHeaderCount, 128);
        BodySize = (int)Math.Min(limits.MaxRequestBodySize ?? LargestBody, LargestBody);
        KeepAliveTicks = Math.Max((long)Math.Ceiling(limits.KeepAliveTimeout.TotalSeconds), 1);
    }

    /// <summary>The server's own options, for what applications may still change while it runs.</summary>
    public KestrelServerOptions Server { get; }

    /// <summary>A request line of this many bytes is Kestrel's.</summary>
    public int LargestLine { get; }

    /// <summary>Header fields of this many bytes in all are Kestrel's.</summary>
    public int LargestHeaders { get; }

    /// <summary>The largest number of header fields.</summary>
    public int HeaderCount { get; }

    /// <summary>The longest body.</summary>
    public int BodySize { get; }

    /// <summary>How many of the server's heartbeats, one a second, a connection may wait for its next request.</summary>
    public long KeepAliveTicks { get; }

    /// <summary>Whether these options leave any request to be served here.</summary>
    public static bool CanServe(KestrelServerOptions options)
    {
        // Text of other encodings, and strings that must not live on, are Kestrel's.
        var plain = new KestrelServerOptions();
        return !options.DisableStringReuse
            && Equals(options.RequestHeaderEncodingSelector, plain.RequestHeaderEncodingSelector)
            && Equals(options.ResponseHeaderEncodingSelector, plain.ResponseHeaderEncodingSelector);

        static bool Equals(Func<string, Encoding?> selector, Func<string, Encoding?> plain) => ReferenceEquals(selector, plain);
    }
}
