using Covet.Internal;

namespace Covet;

/// <summary>Takes what an <see cref="IValidator{T}"/> or <see cref="IAsyncValidator{T}"/> finds wrong with one object.</summary>
public sealed class ValidationErrors
{
    private readonly RequestErrors errors;
    private readonly string path;
    private readonly Func<string, string> toWire;

    internal ValidationErrors(RequestErrors errors, string path, Func<string, string> toWire)
    {
        this.errors = errors;
        this.path = path;
        this.toWire = toWire;
    }

    /// <summary>How many errors were added to this object.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an error of one member, or of the whole object.</summary>
    /// <param name="member">The member's C# name (<c>nameof(Order.Due)</c>), which becomes the name on the wire, and may be
    /// followed by a path as it is on the wire (<c>Lines[2].price</c>); empty for the whole object.</param>
    /// <param name="message">The message for people.</param>
    /// <param name="code">The machine-readable code that stands beside the message.</param>
    public void Add(string member, string message, string code = RequestErrorCodes.Invalid)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(code);
        var all = errors;
        RequestErrors.Add(ref all, ErrorPath.Join(path, member.Length == 0 ? "" : toWire(member)), code, message);
        Count++;
    }
}
