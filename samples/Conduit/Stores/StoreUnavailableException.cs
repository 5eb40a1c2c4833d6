namespace Conduit.Stores;

/// <summary>The store cannot be reached or cannot write now; a later attempt may succeed. 
/// Nothing of the change was kept, or, where the connection broke while the store was about to say that it was, all of it: never a part.</summary>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
