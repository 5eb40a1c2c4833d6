using System.Text;

namespace Covet.Json.Tests.Properties;

/// <summary>Input in the form in which FsCheck shows it.</summary>
internal sealed record JsonInput(byte[] Utf8)
{
    public override string ToString() => string.Concat(Encoding.UTF8.GetString(Utf8).Select(static c => c is < ' ' or > '~' ? "\\u" + ((int)c).ToString("x4") : c.ToString()));
}
