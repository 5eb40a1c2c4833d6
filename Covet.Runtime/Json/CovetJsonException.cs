using System.Text.Json;

namespace Covet;

/// <summary>
/// JSON that is malformed or does not fit the type that it is read to. Says where: <see cref="JsonException.Path"/>,
/// <see cref="JsonException.LineNumber"/> (from 0) and <see cref="JsonException.BytePositionInLine"/> (from 0). Never holds more
/// than 64 bytes of the input.
/// </summary>
/// <example><code>
/// try { CovetJson.Deserialize&lt;Todo&gt;(utf8); }
/// catch (CovetJsonException e) { Console.WriteLine($"{e.Path}: {e.Message}"); }
/// </code></example>
public sealed class CovetJsonException : JsonException
{
    /// <summary>An exception without a place.</summary>
    public CovetJsonException()
    {
    }

    /// <summary>An exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public CovetJsonException(string message)
        : base(message)
    {
    }

    /// <summary>An exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CovetJsonException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CovetJsonException(IReadOnlyList<CovetJsonError> errors, Exception? innerException)
        : base(Describe(errors), errors[0].Path, errors[0].LineNumber, errors[0].BytePositionInLine, innerException) => Errors = errors;

    /// <summary>All that was found wrong, in the order of the input; the first is also the exception's own. Empty where there is no place.</summary>
    public IReadOnlyList<CovetJsonError> Errors { get; } = [];

    /// <summary>Whether the input is no JSON at all, as against JSON that does not fit the type.</summary>
    public bool IsMalformed => Errors.Count > 0 && Errors[0].Code == Internal.RequestErrorCodes.MalformedJson;

    private static string Describe(IReadOnlyList<CovetJsonError> errors)
    {
        var first = errors[0];
        var more = errors.Count > 1 ? $" There are {errors.Count - 1} more errors." : "";
        return $"{first.Message} Path: {first.Path} | LineNumber: {first.LineNumber} | BytePositionInLine: {first.BytePositionInLine}.{more}";
    }
}
