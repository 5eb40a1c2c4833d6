using System.Globalization;

namespace HttpApp.Handlers;

/// <summary>Values from the query.</summary>
[Handler("/query")]
public sealed class QueryHandler
{
    [Get("int")]
    public int Int(int value) => value;

    [Get("int-or-null")]
    public string IntOrNull(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    [Get("int-default")]
    public int IntDefault(int value = 42) => value;

    [Get("text")]
    public string Text(string value) => value;

    [Get("text-or-null")]
    public string TextOrNull(string? value) => value ?? "null";

    [Get("renamed")]
    public string Renamed([FromQuery(Name = "the-name")] string value) => value;

    [Get("ints")]
    public int[] Ints(int[] value) => value;

    [Get("texts")]
    public string[] Texts(string[] value) => value;

    [Get("texts-or-null")]
    public string TextsOrNull(string[]? value) => value is null ? "null" : string.Join('|', value);

    [Get("colour")]
    public string ReadColour(Colour value) => value.ToString();

    [Get("colours")]
    public string ReadColours(Colour[] value) => string.Join('|', value);

    [Get("guid")]
    public Guid ReadGuid(Guid value) => value;

    [Get("date")]
    public string Date(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Get("instant")]
    public string Instant(DateTimeOffset value) => value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    [Get("span")]
    public double Span(TimeSpan value) => value.TotalSeconds;

    [Get("decimal")]
    public decimal Decimal(decimal value) => value;

    [Get("bool")]
    public bool Bool(bool value) => value;

    [Get("uri")]
    public string ReadUri(Uri value) => value.Host;

    [Get("celsius")]
    public double Temperature(Celsius value) => value.Degrees;

    [Get("pair")]
    public int Product(Pair value) => value.Left * value.Right;

    [Get("checked")]
    public string Checked([Range(1, 10)] int count, [StringLength(5, MinimumLength = 2)] string word) => $"{word}{count}";

    [Get("many")]
    public string Many(int a, Guid b, Colour c, string d) => $"{a}{b}{c}{d}";

    [Get("paged")]
    public string Paged([AsParameters] Paging paging) => $"{paging.Limit} {paging.Offset?.ToString(CultureInfo.InvariantCulture) ?? "-"} {paging.Sort ?? "-"}";
}
