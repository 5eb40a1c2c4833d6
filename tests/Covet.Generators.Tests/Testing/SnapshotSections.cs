using System.Text;

namespace Covet.Generators.Tests;

/// <summary>A snapshot that several cases share: a text for each, under its name.</summary>
internal sealed class SnapshotSections(string folder, string name, string extension)
{
    private const string Mark = "==== ";

    private static readonly Lock OneWriter = new();

    private readonly string verified = Path.Combine(folder, $"{name}.verified.{extension}");
    private readonly string received = Path.Combine(folder, $"{name}.received.{extension}");

    /// <summary>Compares the text of a case, null where it may have none, with the accepted one.</summary>
    public void Verify(string title, string? text)
    {
        lock (OneWriter)
        {
            var sections = Read();
            var before = sections.GetValueOrDefault(title);
            if (before == text)
            {
                Delete(received);
                return;
            }

            if (!Snapshot.Accepts)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(received, Section(title, text ?? ""));
                Assert.Fail($"{verified}, {title}:\n{LineDiff.Between(before ?? "", text ?? "")}");
            }

            sections.Remove(title);
            if (text is not null)
            {
                sections.Add(title, text);
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(verified, string.Join('\n', sections.OrderBy(section => section.Key, StringComparer.Ordinal).Select(section => Section(section.Key, section.Value))));
        }
    }

    /// <summary>Forgets all cases.</summary>
    public void Clear() => Delete(verified);

    private static void Delete(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private static string Section(string title, string text) => Mark + title + "\n" + text;

    private Dictionary<string, string> Read()
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(verified))
        {
            return sections;
        }

        string? title = null;
        var text = new StringBuilder();
        foreach (var line in File.ReadAllText(verified).Split('\n'))
        {
            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }

            End();
            title = line[Mark.Length..];
        }

        End();
        return sections;

        // A line between two sections is of neither, nor is the end of the file.
        void End()
        {
            if (title is not null)
            {
                sections.Add(title, text.ToString(0, text.Length - 1));
            }

            text.Clear();
        }
    }
}
