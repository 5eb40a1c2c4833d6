namespace HttpApp.Handlers;

/// <summary>Endpoints with filters of all three kinds, around methods of several shapes.</summary>
[Handler("/filters")]
[Filter<StampFilter>]
public sealed class FilterHandler
{
    [Get("value/{id}")]
    [Filter<DoublingFilter>]
    public Payment? Value(int id) => new(id);

    [Get("text")]
    public async Task<string> Text(string a, int b, bool c = true)
    {
        await Task.Yield();
        return $"{a}{b}{c}";
    }

    [Get("nothing")]
    public static ValueTask Nothing() => ValueTask.CompletedTask;

    [Get("boxed/{id}")]
    [Filter<BoxedFilter>]
    public static Payment Boxed(int id) => new(id);

    [Get("thrown")]
    public static string Thrown() => throw new InvalidOperationException("for the filter to see");
}
