namespace Conduit.Stores.Embedded;

/// <summary>A change that waits for its batch: what to write is decided when its turn comes, on the state of that moment.</summary>
internal abstract class Commit
{
    /// <summary>Decides, and gives what to write; nothing where nothing changes.</summary>
    public abstract IReadOnlyList<Change> Decide(State state);

    /// <summary>The batch is on the disk.</summary>
    public abstract void Complete();

    /// <summary>Nothing was kept.</summary>
    public abstract void Fail(Exception exception);
}
