namespace Covet.Http1;

/// <summary>The answer's head, and how its body ends (RFC 9112, section 6).</summary>
internal abstract partial class Http1Connection
{
    private BodyMode mode;

    private bool IsHead => HttpMethods.IsHead(head.Method);

    private bool HasTransferEncoding => responseHeaders.Has(ResponseHeaderNames.TransferEncoding);

    // What follows the head goes with it, where there is room for both.
    private void WriteHead(bool completed, ReadOnlySpan<byte> data)
    {
        const int Room = 2048;
        leased = false;
        DecideBody(completed);
        started = true;
        if (!responseHeaders.Has(ResponseHeaderNames.Connection) && (!keepAlive || stopRequested))
        {
            keepAlive = false;
            responseHeaders.SetUnchecked(ResponseHeaderNames.Connection, "close");
        }

        responseHeaders.Close();
        var date = endpoint.Server.Date.Bytes;
        var status = StatusLine.Get(statusCode, reasonPhrase);
        var size = status.Length + responseHeaders.SizeOf(date) + 4;
        lock (gate)
        {
            var joined = mode == BodyMode.Length && pendingBody.Length == 0 && data.Length <= Room;
            var target = output.GetSpan(joined ? size + data.Length : size);
            status.CopyTo(target);
            var at = status.Length + responseHeaders.Write(target[status.Length..], date, endpoint.Options.Server.AddServerHeader);
            "\r\n\r\n"u8.CopyTo(target[at..]);
            at += 4;
            if (joined)
            {
                data.CopyTo(target[at..]);
                at += data.Length;
            }

            output.Advance(at);
            if (!joined)
            {
                EmitBody(data);
            }
        }
    }

    private void DecideBody(bool completed)
    {
        var transferEncoding = HasTransferEncoding;
        if (responseHeaders.Has(ResponseHeaderNames.Connection) && !Lists(ResponseHeaderNames.Connection, "keep-alive"))
        {
            keepAlive = false;
        }

        if (transferEncoding && !EndsWithChunked())
        {
            keepAlive = false;
        }

        mode = CanHaveBody() ? BodyMode.Length : BodyMode.None;
        if (mode == BodyMode.None && transferEncoding)
        {
            Refuse(completed, $"A response with status {statusCode} has no Transfer-Encoding.");
        }
        else if (responseHeaders.ContentLength is { } length)
        {
            if (!CanHaveLength())
            {
                if (length == 0)
                {
                    responseHeaders.ContentLength = null;
                }
                else
                {
                    Refuse(completed, $"A response with status {statusCode} has no Content-Length.");
                }
            }
            else if (statusCode == StatusCodes.Status205ResetContent && length != 0)
            {
                Refuse(completed, "A response with status 205 has a Content-Length of 0 or none.");
            }
            else if (!transferEncoding && mode == BodyMode.Length && length < bytesWritten)
            {
                // What is too much would be taken for the next answer.
                Refuse(completed, $"Response Content-Length mismatch: too many bytes written ({bytesWritten} of {length}).");
            }
        }
        else if (statusCode == StatusCodes.Status101SwitchingProtocols)
        {
            keepAlive = false;
        }
        else if (!transferEncoding)
        {
            if ((completed || mode == BodyMode.None) && !hasAdvanced)
            {
                if (CanHaveLength() && !IsHead && statusCode != StatusCodes.Status304NotModified)
                {
                    responseHeaders.ContentLength = 0;
                }
            }
            else if (mode == BodyMode.Length)
            {
                mode = BodyMode.Chunked;
                responseHeaders.SetUnchecked(ResponseHeaderNames.TransferEncoding, "chunked");
            }
        }
    }

    private bool CanHaveBody() =>
        statusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified) && !IsHead;

    private bool CanHaveLength() => statusCode is not (StatusCodes.Status204NoContent or (>= 100 and < 200));

    // Before the application's end it learns of it; after that the answer becomes an error.
    private void Refuse(bool completed, string message)
    {
        var exception = new InvalidOperationException(message);
        if (!completed)
        {
            throw exception;
        }

        Report(exception);
        SetErrorResponse(StatusCodes.Status500InternalServerError);
    }

    private void SetErrorResponse(int status)
    {
        statusCode = status;
        reasonPhrase = null;
        responseHeaders.Reset();
        responseHeaders.ContentLength = 0;
        pendingBody.Clear();
        mode = BodyMode.Length;
    }

    private bool Lists(int header, string token)
    {
        foreach (var value in responseHeaders.Get(header))
        {
            foreach (var part in value.AsSpan().Split(','))
            {
                if (value.AsSpan(part).Trim().Equals(token, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool EndsWithChunked()
    {
        var values = responseHeaders.Get(ResponseHeaderNames.TransferEncoding);
        var last = values.Count == 0 ? "" : values[^1].AsSpan();
        return last[(last.LastIndexOf(',') + 1)..].Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase);
    }
}
