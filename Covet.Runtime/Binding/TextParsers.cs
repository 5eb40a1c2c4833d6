using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>How the known types are made from text: invariant culture, the styles that ASP.NET Core's binding uses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "Named for the types that they make.")]
public static partial class TextParsers
{
    /// <summary>Makes a <see cref="System.Boolean"/>.</summary>
    public readonly struct Boolean : ITextParser<bool>
    {
        /// <inheritdoc/>
        public static string Expected => "'true' or 'false'";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out bool value) =>
            bool.TryParse(text, out value);
    }

    /// <summary>Makes a <see cref="System.Char"/>.</summary>
    public readonly struct Char : ITextParser<char>
    {
        /// <inheritdoc/>
        public static string Expected => "one character";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out char value) =>
            (value = text.Length == 1 ? text[0] : default) == value && text.Length == 1;
    }

    /// <summary>Makes a <see cref="System.Guid"/>.</summary>
    public readonly struct Guid : ITextParser<System.Guid>
    {
        /// <inheritdoc/>
        public static string Expected => "a UUID (RFC 9562)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Guid value) =>
            System.Guid.TryParse(text, out value);
    }

    /// <summary>Makes a <see cref="System.Uri"/>.</summary>
    public readonly struct Uri : ITextParser<System.Uri>
    {
        /// <inheritdoc/>
        public static string Expected => "a URI reference (RFC 3986)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Uri value) =>
            System.Uri.TryCreate(text.ToString(), UriKind.RelativeOrAbsolute, out value!);
    }

    /// <summary>Makes a <see cref="System.Version"/>.</summary>
    public readonly struct Version : ITextParser<System.Version>
    {
        /// <inheritdoc/>
        public static string Expected => "a version (major.minor[.build[.revision]])";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Version value) =>
            System.Version.TryParse(text, out value!);
    }

    /// <summary>Makes a <see cref="System.String"/>.</summary>
    public readonly struct String : ITextParser<string>
    {
        /// <inheritdoc/>
        public static string Expected => "text";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out string value) =>
            (value = text.ToString()) is not null;
    }
}
