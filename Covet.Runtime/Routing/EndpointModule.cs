namespace Covet.Internal;

/// <summary>
/// The endpoints of one assembly, which its generated code implements; the application's route table points into the
/// modules of all assemblies. An endpoint's definition is made when it is first needed, not at startup.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointModule
{
    /// <summary>The number of endpoints.</summary>
    public abstract int Count { get; }

    /// <summary>Makes the definition of one endpoint; a table calls this once for each.</summary>
    public abstract EndpointDefinition Create(int index);
}
