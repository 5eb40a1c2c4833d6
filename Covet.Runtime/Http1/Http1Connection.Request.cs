using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>The request: what its head says, unless middleware says otherwise.</summary>
internal abstract partial class Http1Connection : IHttpRequestFeature, IRequestBodyPipeFeature, IHttpRequestIdentifierFeature, IHttpRequestTrailersFeature,
    IHttpRequestBodyDetectionFeature, IHttpMaxRequestBodySizeFeature
{
    private readonly RequestHeaders requestHeaders;
    private readonly RequestBodyReader requestReader;
    private readonly HeaderDictionary trailers = [];
    private RequestBodyStream? requestStream;
    private uint requestCount = 0x8000_0000;
    private bool requestChanged;
    private string? method;
    private string? scheme;
    private string? pathBase;
    private string? path;
    private string? query;
    private string? rawTarget;
    private string? protocol;
    private string? traceIdentifier;
    private IHeaderDictionary? otherRequestHeaders;
    private Stream? otherRequestBody;
    private PipeReader? otherRequestReader;
    private long? largestBody;
    private bool largestBodyIsOwn;

    string IHttpRequestFeature.Protocol
    {
        get => protocol ?? HttpProtocol.Http11;
        set => Set(ref protocol, value);
    }

    string IHttpRequestFeature.Scheme
    {
        get => scheme ?? "http";
        set => Set(ref scheme, value);
    }

    string IHttpRequestFeature.Method
    {
        get => method ?? head.Method;
        set => Set(ref method, value);
    }

    string IHttpRequestFeature.PathBase
    {
        get => pathBase ?? "";
        set => Set(ref pathBase, value);
    }

    string IHttpRequestFeature.Path
    {
        get => path ?? head.Path;
        set => Set(ref path, value);
    }

    string IHttpRequestFeature.QueryString
    {
        get => query ?? head.QueryString;
        set => Set(ref query, value);
    }

    string IHttpRequestFeature.RawTarget
    {
        get => rawTarget ?? head.RawTarget;
        set => Set(ref rawTarget, value);
    }

    IHeaderDictionary IHttpRequestFeature.Headers
    {
        get => otherRequestHeaders ?? requestHeaders;
        set => Set(ref otherRequestHeaders, value);
    }

    Stream IHttpRequestFeature.Body
    {
        get => otherRequestBody ?? (requestStream ??= new RequestBodyStream(this, requestReader));
        set
        {
            Set(ref otherRequestBody, ReferenceEquals(value, requestStream) ? null : value);
            otherRequestReader = null;
        }
    }

    PipeReader IRequestBodyPipeFeature.Reader => otherRequestBody is null ? requestReader : otherRequestReader ??= CreateReader(otherRequestBody);

    /// <summary>
    /// The request's name. Its number begins where Kestrel's will never come, so that no two requests of a connection share it where
    /// Kestrel goes on, and counts from one.
    /// </summary>
    [AllowNull]
    public string TraceIdentifier
    {
        get => traceIdentifier ??= string.Create(CultureInfo.InvariantCulture, $"{connection.ConnectionId}:{requestCount:X8}");
        set => traceIdentifier = value;
    }

    // As in Kestrel, a body that is announced as empty has none either way.
    bool IHttpRequestTrailersFeature.Available => head.ContentLength != 0 && requestReader.IsConsumed;

    IHeaderDictionary IHttpRequestTrailersFeature.Trailers =>
        ((IHttpRequestTrailersFeature)this).Available ? trailers : throw new InvalidOperationException("The request trailers are not available yet. They may not be available until the full request body is read.");

    bool IHttpRequestBodyDetectionFeature.CanHaveBody => head.ContentLength > 0;

    bool IHttpMaxRequestBodySizeFeature.IsReadOnly => requestReader.HasStarted;

    long? IHttpMaxRequestBodySizeFeature.MaxRequestBodySize
    {
        get => LargestBody;
        set
        {
            if (requestReader.HasStarted)
            {
                throw new InvalidOperationException("The maximum request body size cannot be modified after the app has already started reading from the request body.");
            }

            if (value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "The size is not negative.");
            }

            largestBody = value;
            largestBodyIsOwn = true;
        }
    }

    private long? LargestBody => largestBodyIsOwn ? largestBody : endpoint.Options.Server.Limits.MaxRequestBodySize;

    /// <summary>Refuses a body that the application has come to find too long.</summary>
    internal void BeginReading()
    {
        if (head.ContentLength > LargestBody)
        {
            keepAlive = false;
            throw new BadHttpRequestException($"Request body too large. The max request body size is {LargestBody} bytes.", StatusCodes.Status413PayloadTooLarge);
        }
    }

    private PipeReader CreateReader(Stream body)
    {
        var reader = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));
        OnCompleted(
            static state => ((PipeReader)state).CompleteAsync().AsTask(),
            reader);
        return reader;
    }

    private void Set<T>(ref T? field, T? value)
        where T : class
    {
        field = value;
        requestChanged = true;
    }

    private void ResetRequest()
    {
        requestHeaders.Reset();
        traceIdentifier = null;
        largestBodyIsOwn = false;
        ResetLifetime();
        if (requestChanged)
        {
            requestChanged = false;
            method = scheme = pathBase = path = query = rawTarget = protocol = null;
            otherRequestHeaders = null;
            otherRequestBody = null;
            otherRequestReader = null;
        }

        if (trailers.Count > 0)
        {
            trailers.Clear();
        }
    }
}
