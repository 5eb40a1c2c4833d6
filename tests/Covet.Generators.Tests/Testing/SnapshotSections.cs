using System.Text;

namespace Covet.Generators.Tests;

/// <summary>A snapshot that several cases share: a text for each, under its name.</summary>
internal sealed class SnapshotSections(string folder, string name, string extension)
{
    private const string Mark = "==== ";

    private static readonly Lock OneWriter = new();

    private readonly string verified = Path.Combine(folder, $"{name}.verified.{extension}");
    private readonly string received = Path.Combine(folder, $"{name}.received.{extension}");

    /// <summary>Whether a file holds sections, and not what one run wrote.</summary>
    public static bool IsOne(string file) => Path.GetFileName(file) is "Cases.verified.diff" or "Diagnostics.verified.txt";

    /// <summary>The names of the sections of a file.</summary>
    public static IReadOnlyCollection<string> Titles(string file) => Read(file).Keys;

    /// <summary>Takes a section out of a file, which goes with its last.</summary>
    public static void Remove(string file, string title)
    {
        lock (OneWriter)
        {
            var sections = Read(file);
            sections.Remove(title);
            Write(file, sections);
        }
    }

    /// <summary>Compares the text of a case, null where it may have none, with the accepted one.</summary>
    public void Verify(string title, string? text)
    {
        lock (OneWriter)
        {
            SnapshotLedger.AddSection(verified, title);
            var sections = Read(verified);
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
            Write(verified, sections);
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

    private static void Write(string file, Dictionary<string, string> sections)
    {
        if (sections.Count == 0)
        {
            Delete(file);
            return;
        }

        File.WriteAllText(file, string.Join('\n', sections.OrderBy(section => section.Key, StringComparer.Ordinal).Select(section => Section(section.Key, section.Value))));
    }

    private static string Section(string title, string text) => Mark + title + "\n" + text;

    private static Dictionary<string, string> Read(string file)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file))
        {
            return sections;
        }

        string? title = null;
        var text = new StringBuilder();
        foreach (var line in File.ReadAllText(file).Split('\n'))
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
