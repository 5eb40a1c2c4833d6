using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;

namespace Covet;

/// <summary>Where schemes that read configuration find theirs: the section <c>Authentication</c>, as in ASP.NET Core.</summary>
internal sealed class AuthenticationConfiguration(IConfiguration configuration) : IAuthenticationConfigurationProvider
{
    IConfiguration IAuthenticationConfigurationProvider.AuthenticationConfiguration => configuration.GetSection("Authentication");
}
