namespace Conduit.Security;

internal static class TokenServices
{
    /// <summary>Tokens in the contract's form: <c>Authorization: Token xxx.yyy.zzz</c>.</summary>
    public static void AddConduitTokens(this IServiceCollection services, IConfiguration configuration)
    {
        var options = TokenOptions.Read(configuration);
        var key = JwtKey.FromSecret(options.Secret);
        services.AddCovetJwtIssuer(issuer =>
        {
            issuer.Issuer = TokenOptions.Issuer;
            issuer.Audience = TokenOptions.Issuer;
            issuer.Key = key;
            issuer.Lifetime = options.Lifetime;
        });
        services.AddCovetAuthentication("Token").AddCovetJwtBearer("Token", bearer =>
        {
            bearer.HeaderScheme = "Token";
            bearer.Issuer = TokenOptions.Issuer;
            bearer.Audience = TokenOptions.Issuer;
            bearer.Keys.Add(key);
        });
        services.AddCovetAuthorization();
    }
}
