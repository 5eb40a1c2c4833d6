using Microsoft.Extensions.Logging;

namespace Covet.Http1;

/// <summary>What all endpoints of a server share.</summary>
/// <param name="loggers">Makes the logs, which go where Kestrel's go.</param>
/// <param name="enabled">Whether configuration leaves connections to Covet at all.</param>
internal sealed class Http1Server(ILoggerFactory loggers, bool enabled)
{
    /// <summary>The application; null until the server starts.</summary>
    public Http1Application? Application { get; set; }

    /// <summary>Whether configuration leaves connections to Covet at all.</summary>
    public bool Enabled { get; } = enabled;

    /// <summary>How many endpoints were taken over.</summary>
    public int Endpoints { get; set; }

    /// <summary>The date of answers.</summary>
    public DateHeader Date { get; } = new();

    /// <summary>Failures of the application, in Kestrel's words and place.</summary>
    public Http1Log Log { get; } = new(loggers);
}
