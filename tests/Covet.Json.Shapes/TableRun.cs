namespace Covet.Json.Shapes;

/// <summary>Reads inputs with the shapes that they name and writes what was read, a line each: the same program under the JIT and native.</summary>
public static class TableRun
{
    /// <summary>Answers every line of the form <c>name TAB base64 of the input</c> with <c>name TAB outcome</c>.</summary>
    public static void Run(TextReader inputs, TextWriter outcomes)
    {
        var shapes = ShapeTable.Create().ToDictionary(static shape => shape.Name);
        while (inputs.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var shape = shapes[line[..tab]];
            outcomes.WriteLine(shape.Name + "\t" + Outcome(shape, Convert.FromBase64String(line[(tab + 1)..])));
        }
    }

    private static string Outcome(IShape shape, byte[] input)
    {
        try
        {
            return Convert.ToBase64String(shape.Write(shape.Read(input)));
        }
        catch (Exception e)
        {
            return e.GetType().Name + " " + e.Message.ReplaceLineEndings(" ");
        }
    }
}
