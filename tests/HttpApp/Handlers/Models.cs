namespace HttpApp.Handlers;

public enum Colour
{
    Red,
    Green,
    DarkBlue,
}

public sealed record Person([property: Required, StringLength(20)] string Name, [property: Range(0, 150)] int Age, Address? Address = null, List<string>? Tags = null);

public sealed record Address(string Street, [property: RegularExpression("^[0-9]{5}$")] string? Zip);

public sealed record Paging(
    [property: Range(1, 100)] int Limit = 20,
    int? Offset = null,
    [property: FromHeader(Name = "X-Sort")] string? Sort = null);

public sealed record Signup(string Name, int Age, Colour? Colour, string[]? Tags);

public sealed record Echo(string Text, int Number);

// Nothing but results behind a bare IResult leads to these.
public sealed record Seen(string Place, DayOfWeek Day);

public sealed record SeenAll(List<Seen> All);

public sealed record Refusal(string Why, int[] Codes);
