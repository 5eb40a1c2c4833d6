namespace Covet.Json.Shapes;

/// <summary>Reads inputs with the shapes that they name and writes what was read, a line each: the same work under the JIT and native.</summary>
public static class TableRun
{
    /// <summary>Answers every line of the form <c>name TAB base64 of the input</c> with <c>name TAB outcome</c>.</summary>
    /// <param name="inputs">The lines.</param>
    /// <param name="outcomes">The answers.</param>
    /// <param name="readAndWrite">What Covet does for each name.</param>
    public static void Run(TextReader inputs, TextWriter outcomes, Dictionary<string, Func<byte[], byte[]>> readAndWrite)
    {
        while (inputs.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var name = line[..tab];
            outcomes.WriteLine(name + "\t" + Outcome(readAndWrite[name], Convert.FromBase64String(line[(tab + 1)..])));
        }
    }

    private static string Outcome(Func<byte[], byte[]> readAndWrite, byte[] input)
    {
        try
        {
            return Convert.ToBase64String(readAndWrite(input));
        }
        catch (Exception e)
        {
            return e.GetType().Name + " " + e.Message.ReplaceLineEndings(" ");
        }
    }
}
