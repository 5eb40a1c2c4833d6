namespace Covet.Internal;

/// <summary>One exception of a chain.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">Its stack trace.</param>
internal sealed record ReportedException(string Type, string Message, IReadOnlyList<StackLine> Stack)
{
    private const int MostInner = 10;

    /// <summary>An exception and those inside it, the outermost first.</summary>
    public static IReadOnlyList<ReportedException> Chain(Exception exception)
    {
        var chain = new List<ReportedException>();
        for (var current = exception; current is not null && chain.Count <= MostInner; current = current.InnerException)
        {
            chain.Add(new ReportedException(current.GetType().ToString(), current.Message, StackLine.Parse(current.StackTrace)));
        }

        return chain;
    }
}
