using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Covet.Build;

/// <summary>
/// The source of projects as one text. The compiler sees no more of a referenced project than its assembly, and the comments
/// of one that writes no XML documentation are in its source alone.
/// </summary>
internal static class ReferenceSources
{
    // What the generator splits the text at: no sign of C#.
    private const string Separator = "\u001e";

    private static readonly string[] NoSource = ["bin", "obj", "node_modules"];

    /// <summary>Writes the files that have comments, where the text is not there already.</summary>
    public static void Write(IEnumerable<string> projects, string outputFile)
    {
        // Sorted, so that the order in which a file system lists files changes nothing.
        var texts = projects
            .Select(project => Path.GetDirectoryName(Path.GetFullPath(project))!)
            .Distinct()
            .SelectMany(folder => Files(new DirectoryInfo(folder)))
            .Distinct()
            .OrderBy(file => file, StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => text.Contains("///") || text.Contains("/**"));
        var all = string.Join(Separator, texts);
        if (File.Exists(outputFile) && File.ReadAllText(outputFile) == all)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(outputFile))!);
        File.WriteAllText(outputFile, all, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    // A link may lead back to a folder above.
    private static IEnumerable<string> Files(DirectoryInfo folder) => folder
        .EnumerateFiles("*.cs")
        .Select(file => file.FullName)
        .Concat(folder
            .EnumerateDirectories()
            .Where(d => d.Name[0] != '.' && !NoSource.Contains(d.Name, StringComparer.OrdinalIgnoreCase) && (d.Attributes & FileAttributes.ReparsePoint) == 0)
            .SelectMany(Files));
}
