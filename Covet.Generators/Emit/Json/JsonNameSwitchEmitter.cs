using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the search of a member by the bytes of its name: by length, then by the byte that tells most names apart.</summary>
internal static class JsonNameSwitchEmitter
{
    /// <summary>Emits <c>Find</c>, which gives the number of a name or -1.</summary>
    public static void Emit(SourceWriter source, IReadOnlyList<(string Name, int Number)> names, bool ignoreCase)
    {
        source.Open("private static int Find(global::System.ReadOnlySpan<byte> name)");
        if (names.Count > 0)
        {
            source.Open("switch (name.Length)");
            foreach (var group in names.GroupBy(item => Encoding.UTF8.GetByteCount(item.Name)).OrderBy(group => group.Key))
            {
                source.Line("case " + group.Key + ":").Indent();
                Length(source, [.. group]);
                source.Line("break;").Outdent();
            }

            source.Close();
            source.Line();
        }

        source.Line("return " + (ignoreCase && names.Count > 0 ? "FindIgnoreCase(name)" : "-1") + ";");
        source.Close();
        source.Line();
        if (!ignoreCase || names.Count == 0)
        {
            return;
        }

        source.Open("private static int FindIgnoreCase(global::System.ReadOnlySpan<byte> name)");
        foreach (var (name, number) in names)
        {
            source.Open("if (" + JsonCodecEmitter.Internal + "JsonNames.EqualsIgnoreCase(name, " + Literals.Utf8(name) + "))").Line("return " + number + ";").Close();
            source.Line();
        }

        source.Line("return -1;");
        source.Close();
        source.Line();
    }

    private static void Length(SourceWriter source, List<(string Name, int Number)> names)
    {
        if (names.Count > 2)
        {
            var texts = names.ConvertAll(item => Encoding.UTF8.GetBytes(item.Name));
            var best = Enumerable.Range(0, texts[0].Length).OrderByDescending(at => texts.Select(text => text[at]).Distinct().Count()).First();
            source.Open("switch (name[" + best + "])");
            foreach (var group in names.GroupBy(item => Encoding.UTF8.GetBytes(item.Name)[best]))
            {
                source.Line("case " + group.Key + ":").Indent();
                Tests(source, group);
                source.Line("break;").Outdent();
            }

            source.Close();
            source.Line();
            return;
        }

        Tests(source, names);
    }

    private static void Tests(SourceWriter source, IEnumerable<(string Name, int Number)> names)
    {
        foreach (var (name, number) in names)
        {
            source.Open("if (" + Equal(name) + ")").Line("return " + number + ";").Close();
            source.Line();
        }
    }

    // MemoryExtensions by its full name: the user's file may have a SequenceEqual of its own in scope.
    private static string Equal(string name) => "global::System.MemoryExtensions.SequenceEqual(name, " + Literals.Utf8(name) + ")";
}
