namespace Covet.Http1;

/// <summary>What a connection waits for, which decides how long it may.</summary>
internal enum ConnectionPhase
{
    /// <summary>The application: as long as it likes.</summary>
    Serving,

    /// <summary>The next request.</summary>
    Idle,

    /// <summary>The rest of a request.</summary>
    Partial,

    /// <summary>The client's last answer to be read, as the connection ends.</summary>
    Draining,

    /// <summary>Nothing: Kestrel has the connection.</summary>
    HandedOver,
}
