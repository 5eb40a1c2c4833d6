namespace HttpApp.Validation;

public sealed record Parcel([Length(2, 10)] string To, List<Item> Items);
