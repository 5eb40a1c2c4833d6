using System.Runtime.CompilerServices;
using System.Text;

namespace Covet.Analyzers.Tests;

/// <summary>
/// The cases of a rule as text, <c>Cases/CVTnnnn.txt</c>: sections <c>=== wrong: title</c> with <c>--- messages</c> and a
/// <c>--- fix: title</c> for each repair, and <c>=== right: title</c>. With <c>COVET_ACCEPT=1</c> messages and repairs are
/// written anew, to be read before they are committed.
/// </summary>
internal sealed class CaseFile
{
    private CaseFile(string path, IReadOnlyList<RuleCase> cases)
    {
        Path = path;
        Cases = cases;
    }

    public string Path { get; }

    public string RuleId => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<RuleCase> Cases { get; }

    public static bool Accepts => Environment.GetEnvironmentVariable("COVET_ACCEPT") == "1";

    public static IEnumerable<string> All() => Directory.EnumerateFiles(System.IO.Path.Combine(Folder, "Cases"), "CVT*.txt").Order(StringComparer.Ordinal);

    /// <summary>The folder of this project's sources.</summary>
    public static string Folder { get; } = ProjectFolder();

    private static string ProjectFolder([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(here))!;

    public static CaseFile Read(string path)
    {
        var cases = new List<RuleCase>();
        foreach (var section in File.ReadAllText(path).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = section.Split("\n--- ");
            var head = parts[0].IndexOf('\n', StringComparison.Ordinal);
            var line = parts[0][..head];
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var code = RuleCase.AsFile(parts[0][(head + 1)..].Trim('\n') + "\n");
            cases.Add(new RuleCase(line[..colon], line[(colon + 2)..], code)
            {
                Messages = parts.Skip(1).Where(p => p.StartsWith("messages\n", StringComparison.Ordinal)).Select(p => p["messages\n".Length..].Trim('\n')).FirstOrDefault() ?? "",
                Fixes = [.. parts.Skip(1).Where(p => p.StartsWith("fix: ", StringComparison.Ordinal)).Select(p => (p[5..p.IndexOf('\n', StringComparison.Ordinal)], p[(p.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim('\n')))],
            });
        }

        return new CaseFile(path, cases);
    }

    public void Write(IEnumerable<RuleCase> cases)
    {
        var text = new StringBuilder();
        foreach (var item in cases)
        {
            text.Append("=== ").Append(item.Kind).Append(": ").Append(item.Title).Append('\n').Append(item.Code.Trim('\n')).Append('\n');
            if (item.Kind == "wrong")
            {
                text.Append("--- messages\n").Append(item.Messages).Append('\n');
                foreach (var (title, code) in item.Fixes)
                {
                    text.Append("--- fix: ").Append(title).Append('\n').Append(code.Trim('\n')).Append('\n');
                }
            }

            text.Append('\n');
        }

        File.WriteAllText(Path, text.ToString());
    }
}
