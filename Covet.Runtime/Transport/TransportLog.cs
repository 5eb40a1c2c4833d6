using Microsoft.Extensions.Logging;

namespace Covet.Transport;

/// <summary>What the transport logs, as <c>Covet.Transport</c>.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1, LogLevel.Error, "Connection id \"{ConnectionId}\": a callback of ConnectionClosed or RequestAborted failed, after the connection had ended.")]
    public static partial void CallbackFailed(this ILogger logger, string connectionId, Exception exception);
}
