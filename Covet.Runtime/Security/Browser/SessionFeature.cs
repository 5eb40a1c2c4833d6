using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>The session of one request.</summary>
internal sealed class SessionFeature(ISession session) : ISessionFeature
{
    public ISession Session { get; set; } = session;
}
