namespace HttpApp.Handlers;

public sealed record TestKeys(string Secret, string RsaPem, string EcPem, string ApiKey, string OtherApiKey, string ExpiredApiKey, string ApiKeyOfAda, string Ec384Pem, string Ec521Pem);

public sealed record Tokens(string AccessToken, string RefreshToken);

public sealed record Payment(int Amount);

public sealed record Receipt(int Number, int Amount);
