using System.Globalization;
using System.Text;
using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Emit.Routing;

/// <summary>Writes the route table's class: constant data, and the modules whose endpoints it names.</summary>
internal static class RouteTableEmitter
{
    /// <summary>The class that is generated, in <c>Covet.Generated</c>.</summary>
    public const string ClassName = "RouteTable";

    private const int NumbersInLine = 24;
    private const int NumbersInLongLine = 500;

    /// <summary>
    /// More numbers than these are written as one text: to the compiler a literal of a megabyte is one token, an array
    /// of half a million expressions is seconds.
    /// </summary>
    private const int NumbersAsArray = 16_000;

    /// <summary>Short enough for an editor, long enough that the compiler folds few pieces.</summary>
    private const int TextInLine = 1000;

    /// <summary>Writes the file.</summary>
    /// <param name="entries">All routes of the application, with the numbers of their modules.</param>
    /// <param name="modules">Expressions that make the modules, in the order of their numbers.</param>
    /// <param name="versioning">Where requests say the version of the API, should routes ask.</param>
    public static string Emit(IReadOnlyList<RouteTableEntry> entries, IReadOnlyList<string> modules, VersioningSpec? versioning = null)
    {
        var image = RouteTableBuilder.Build(entries);
        var writer = SourceWriter.StartFile();
        writer.Line("namespace Covet.Generated;").Line();
        writer.Line("// The routes of the application, with the module and the number of the endpoint that answers:");
        foreach (var entry in entries.OrderBy(static entry => entry.Route.Template, StringComparer.Ordinal).ThenBy(static entry => entry.Route.Method, StringComparer.Ordinal))
        {
            writer.Line(string.Format(
                CultureInfo.InvariantCulture,
                "//   {0} /{1}{2} -> {3}.{4}",
                Literals.Comment(entry.Route.TableMethod),
                Literals.Comment(entry.Route.Template.TrimStart('/')),
                entry.Route.Order == 0 ? "" : " (order " + entry.Route.Order.ToString(CultureInfo.InvariantCulture) + ")",
                entry.Module,
                entry.Endpoint));
        }

        writer.Open("internal sealed class " + ClassName + "() : global::Covet.Internal.CovetRouteTable(" + string.Join(", ", modules) + ")");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override global::Covet.Internal.RouteTableData Data => new(Numbers, Text);").Line();
        if (versioning is not null && entries.Any(static entry => entry.Route.TableMethod.Contains(RouteSpec.VersionSeparator)))
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override global::Covet.Internal.ApiVersionReader? Versions { get; } = new(" + Literals.String(versioning.Query) + ", " + Literals.String(versioning.Header) + ", " + Literals.String(versioning.Default) + ");").Line();
        }

        if (image.Numbers[RouteTableLayout.HeaderRegexCount] > 0)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line("protected override global::Covet.Internal.RouteRegexes CreateRegexes(int count) => global::Covet.Internal.RouteRegexes.Create(count);").Line();
        }

        EmitNumbers(writer, image.Numbers);
        EmitText(writer, image.Text);
        return writer.Close().ToString();
    }

    private static void EmitNumbers(SourceWriter writer, int[] numbers)
    {
        writer.Line("// Stands in the image of the assembly and is read where it lies; docs/routing.md of Covet has its layout.");
        if (numbers.Length > NumbersAsArray)
        {
            writer.Line("// Two characters a number, low half first.");
            writer.Line("private static global::System.ReadOnlySpan<int> Numbers => global::System.Runtime.InteropServices.MemoryMarshal.Cast<char, int>(NumberText);").Line();
            EmitNumberText(writer, numbers);
            return;
        }

        writer.Line("private static global::System.ReadOnlySpan<int> Numbers => new int[]");
        writer.Open("");
        var line = new StringBuilder();
        for (var i = 0; i < numbers.Length; i++)
        {
            line.Append(numbers[i].ToString(CultureInfo.InvariantCulture)).Append(',');
            if ((i + 1) % NumbersInLine == 0 || i + 1 == numbers.Length)
            {
                writer.Line(line.ToString());
                line.Clear();
            }
        }

        writer.Close(";");
        writer.Line();
    }

    private static void EmitNumberText(SourceWriter writer, int[] numbers)
    {
        const string hexadecimal = "0123456789abcdef";
        writer.Line("private const string NumberText =").Indent();
        var line = new StringBuilder();
        for (var start = 0; start < numbers.Length; start += NumbersInLongLine)
        {
            var end = Math.Min(start + NumbersInLongLine, numbers.Length);
            line.Clear().Append('"');
            for (var i = start; i < end; i++)
            {
                Escape((ushort)(numbers[i] & 0xFFFF));
                Escape((ushort)(numbers[i] >> 16));
            }

            writer.Line(line.Append(end < numbers.Length ? "\" +" : "\";").ToString());
        }

        writer.Outdent().Line();

        void Escape(ushort half) => line.Append("\\u")
            .Append(hexadecimal[half >> 12])
            .Append(hexadecimal[(half >> 8) & 15])
            .Append(hexadecimal[(half >> 4) & 15])
            .Append(hexadecimal[half & 15]);
    }

    private static void EmitText(SourceWriter writer, string text)
    {
        writer.Line("private const string Text =").Indent();
        for (var start = 0; start == 0 || start < text.Length; start += TextInLine)
        {
            var piece = text.Substring(start, Math.Min(TextInLine, text.Length - start));
            writer.Line(Literals.String(piece) + (start + TextInLine < text.Length ? " +" : ";"));
        }

        writer.Outdent();
    }
}
