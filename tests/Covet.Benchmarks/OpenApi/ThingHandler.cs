namespace Covet.Benchmarks.OpenApi;

/// <summary>Ten endpoints, which ten handlers inherit.</summary>
public abstract class ThingHandler
{
    [Get("a/{id:int}")]
    public Thing? A(int id) => id == 0 ? null : new Thing(id, "a", null);

    [Get("b/{id:int}")]
    public Thing? B(int id) => id == 0 ? null : new Thing(id, "b", null);

    [Get("c/{id:int}")]
    public Thing? C(int id) => id == 0 ? null : new Thing(id, "c", null);

    [Get("d/{id:int}")]
    public Thing? D(int id) => id == 0 ? null : new Thing(id, "d", null);

    [Get("e/{id:int}")]
    public Thing? E(int id) => id == 0 ? null : new Thing(id, "e", null);

    [Post("a")]
    public Thing AddA(Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null);

    [Post("b")]
    public Thing AddB(Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null);

    [Post("c")]
    public Thing AddC(Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null);

    [Post("d")]
    public Thing AddD(Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null);

    [Post("e")]
    public Thing AddE(Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null);
}
