namespace HttpApp.Validation;

public sealed record Price([Range(typeof(decimal), "0.01", "1000")] decimal Amount);
