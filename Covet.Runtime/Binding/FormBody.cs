namespace Covet.Internal;

/// <summary>Reads request bodies that are forms (<c>multipart/form-data</c>, RFC 7578, or <c>application/x-www-form-urlencoded</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormBody
{
    /// <summary>
    /// Reads the form. Files above 64 KiB are kept on disk while the request lasts. Another content type is 415, a form
    /// over its limits 413, a malformed or truncated one 400.
    /// </summary>
    public static async ValueTask<BodyRead<IFormCollection>> ReadAsync(HttpContext context, bool optional)
    {
        if (!context.Request.HasFormContentType)
        {
            return optional && context.Request.ContentType is null ? new BodyRead<IFormCollection>(FormCollection.Empty, null) : Unsupported(context);
        }

        try
        {
            return new BodyRead<IFormCollection>(await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), null);
        }
        catch (NotSupportedException)
        {
            // UTF-7, which .NET reads no more.
            return Failed(StatusCodes.Status415UnsupportedMediaType, RequestErrorCodes.UnsupportedMediaType, "The charset of the form is not supported.");
        }
        catch (BadHttpRequestException e)
        {
            return Failed(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestErrorCodes.TooLarge : RequestErrorCodes.Malformed, "The form could not be read: " + e.Message);
        }
        catch (InvalidDataException e)
        {
            var tooLarge = FormLimits.IsExceeded(e);
            return Failed(tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, tooLarge ? RequestErrorCodes.TooLarge : RequestErrorCodes.Malformed, "The form could not be read: " + FormLimits.Explain(e));
        }
        catch (IOException e) when (FormLimits.IsExceeded(e))
        {
            return Failed(StatusCodes.Status413PayloadTooLarge, RequestErrorCodes.TooLarge, "The form could not be read: " + e.Message);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Failed(StatusCodes.Status400BadRequest, RequestErrorCodes.Malformed, "The form could not be read: it ended before its closing boundary.");
        }
    }

    private static BodyRead<IFormCollection> Unsupported(HttpContext context) => Failed(
        StatusCodes.Status415UnsupportedMediaType,
        RequestErrorCodes.UnsupportedMediaType,
        context.Request.ContentType is null
            ? "The request has no Content-Type; it must be 'multipart/form-data' or 'application/x-www-form-urlencoded'."
            : "The Content-Type of the request must be 'multipart/form-data' or 'application/x-www-form-urlencoded'.");

    private static BodyRead<IFormCollection> Failed(int status, string code, string message)
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "", code, message);
        errors.StatusCode = status == StatusCodes.Status400BadRequest ? 0 : status;
        return new BodyRead<IFormCollection>(null, errors);
    }
}
