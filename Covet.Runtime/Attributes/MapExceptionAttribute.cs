using Covet.Internal;

namespace Covet;

/// <summary>
/// Says which status an exception is: an endpoint that throws <typeparamref name="TException"/>, or a type derived from it,
/// answers with a problem document (RFC 9457) of that status. Where several match, that of the most derived type wins, then
/// the nearest: method, class, assembly. The response is part of the OpenAPI document, and the exception is not logged as
/// an error.
/// </summary>
/// <typeparam name="TException">The type of exception.</typeparam>
/// <param name="statusCode">The status of the answer, 400 to 599.</param>
/// <example><code>
/// [MapException&lt;OrderLockedException&gt;(409, Title = "The order is locked")]
/// [Put("{id:int}")] public Order Change(int id, OrderChange body) => ...;
/// </code></example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class MapExceptionAttribute<TException>(int statusCode) : Attribute, IExceptionMapping
    where TException : Exception
{
    /// <inheritdoc/>
    public int StatusCode { get; } = statusCode;

    /// <summary>The document's title; the name of the status where it is null.</summary>
    public string? Title { get; set; }

    /// <summary>The document's detail; none where it is null, unless <see cref="ShowMessage"/>.</summary>
    public string? Detail { get; set; }

    /// <summary>Whether the exception's message is shown to the client as the document's detail; false by default, as
    /// messages may tell what is not the client's business.</summary>
    public bool ShowMessage { get; set; }

    /// <inheritdoc/>
    Type IExceptionMapping.ExceptionType => typeof(TException);

    /// <inheritdoc/>
    bool IExceptionMapping.Matches(Exception exception) => exception is TException;
}
