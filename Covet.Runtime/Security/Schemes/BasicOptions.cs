using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Options of the Basic scheme (RFC 7617).</summary>
public sealed class BasicOptions : AuthenticationSchemeOptions
{
    /// <summary>The realm that a challenge names.</summary>
    public string Realm { get; set; } = "restricted";

    /// <summary>Whether requests without TLS are refused; true by default, because the password travels in clear text.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Checks a user and a password; null refuses. Use <see cref="CovetPasswords.Verify"/>, also where the user is unknown.</summary>
    public Func<HttpContext, string, string, ValueTask<ClaimsIdentity?>>? Check { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionRange.CheckHeader(OptionRange.CheckPresent(Realm, nameof(BasicOptions), nameof(Realm)), nameof(BasicOptions), nameof(Realm));
        if (Check is null)
        {
            throw new InvalidOperationException("Say how a user and a password are checked: BasicOptions.Check.");
        }
    }
}
