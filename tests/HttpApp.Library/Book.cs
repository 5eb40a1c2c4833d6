namespace HttpApp.Library;

public sealed record Book([property: Range(1, 1000)] int Id, [property: Required, StringLength(40)] string Title, int Year);
