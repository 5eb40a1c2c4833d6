namespace Covet.Internal;

/// <summary>A type discriminator of the input.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonTag
{
    internal JsonTag(string? text, int number, bool isNumber, int position)
    {
        Text = text;
        Number = number;
        IsNumber = isNumber;
        Position = position;
    }

    /// <summary>The discriminator where it is a string.</summary>
    public string? Text { get; }

    /// <summary>The discriminator where it is a number.</summary>
    public int Number { get; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsMissing => Text is null && !IsNumber;

    internal int Position { get; }
}
