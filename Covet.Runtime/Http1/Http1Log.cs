using Microsoft.Extensions.Logging;

namespace Covet.Http1;

/// <summary>What is logged, with the categories and event numbers under which Kestrel logs the same.</summary>
internal sealed class Http1Log(ILoggerFactory loggers)
{
    private readonly ILogger general = loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel");
    private readonly ILogger badRequests = loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.BadRequests");
    private readonly ILogger connections = loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.Connections");

    /// <summary>The application failed.</summary>
    public void ApplicationError(string connectionId, string requestId, Exception error) =>
        general.LogError(new EventId(13, nameof(ApplicationError)), error, "Connection id \"{ConnectionId}\", Request id \"{TraceIdentifier}\": An unhandled exception was thrown by the application.", connectionId, requestId);

    /// <summary>The application refused the request.</summary>
    public void BadRequest(string connectionId, BadHttpRequestException error) =>
        badRequests.LogDebug(new EventId(17, nameof(BadRequest)), error, "Connection id \"{ConnectionId}\" bad request data: \"{Message}\"", connectionId, error.Message);

    /// <summary>The application stopped because the client is gone.</summary>
    public void RequestAborted(string connectionId, string requestId) =>
        general.LogDebug(new EventId(66, nameof(RequestAborted)), "Connection id \"{ConnectionId}\", Request id \"{TraceIdentifier}\": The request was aborted by the client.", connectionId, requestId);

    /// <summary>The application closed the connection.</summary>
    public void ApplicationAborted(string connectionId, string requestId) =>
        connections.LogInformation(new EventId(34, nameof(ApplicationAborted)), "Connection id \"{ConnectionId}\", Request id \"{TraceIdentifier}\": the application aborted the connection.", connectionId, requestId);

    /// <summary>The client reads the answer too slowly.</summary>
    public void SlowReader(string connectionId) =>
        badRequests.LogInformation(new EventId(28, nameof(SlowReader)), "Connection id \"{ConnectionId}\": the connection was closed because the response was not read by the client at the specified minimum data rate.", connectionId);

    /// <summary>The connection's own code failed.</summary>
    public void ProcessingError(string connectionId, Exception error) =>
        general.LogWarning(new EventId(0, nameof(ProcessingError)), error, "Connection id \"{ConnectionId}\": request processing ended abnormally.", connectionId);
}
