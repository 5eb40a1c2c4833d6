namespace HttpApp;

internal sealed record Document(int Id, string Owner);
