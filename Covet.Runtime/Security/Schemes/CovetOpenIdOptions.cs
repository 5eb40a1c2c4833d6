using Microsoft.AspNetCore.Authentication.OAuth;

namespace Covet;

/// <summary>Options of logging in at an OpenID Connect provider by code with PKCE.</summary>
public sealed class CovetOpenIdOptions : OAuthOptions
{
    private JwtValidator? validator;

    /// <summary>Makes options that ask for the scope <c>openid</c>.</summary>
    public CovetOpenIdOptions() => Scope.Add("openid");

    /// <summary>
    /// What the provider's <c>id_token</c> must be. Set its <see cref="JwtValidationOptions.Authority"/>, or issuer and keys;
    /// the audience is <see cref="OAuthOptions.ClientId"/> unless it is set.
    /// </summary>
    public JwtValidationOptions IdToken { get; } = Defaults();

    internal JwtValidator Validator => validator ??= new JwtValidator(IdToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The token would not be checked against anything.</exception>
    public override void Validate()
    {
        base.Validate();
        if (IdToken.Audiences.Count == 0)
        {
            IdToken.Audiences.Add(ClientId);
        }

        validator = new JwtValidator(IdToken);
    }

    // An access token of the same issuer (RFC 9068) is no proof of who logs in here.
    private static JwtValidationOptions Defaults()
    {
        var options = new JwtValidationOptions();
        options.Types.Clear();
        options.Types.Add("JWT");
        return options;
    }
}
