using Microsoft.AspNetCore.Authentication;

namespace MinimalApiPeer;

internal sealed class BearerOptions : AuthenticationSchemeOptions;
