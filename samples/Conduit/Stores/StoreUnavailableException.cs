namespace Conduit.Stores;

/// <summary>The store cannot be reached or cannot write now; a later attempt may succeed. Nothing of the change was kept.</summary>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
