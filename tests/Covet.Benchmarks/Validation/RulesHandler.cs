namespace Covet.Benchmarks.Validation;

/// <summary>Makes the generator write the validators of the bodies.</summary>
[Handler("/rules")]
public static class RulesHandler
{
    [Post("ten")]
    public static void Ten(TenRules body) => GC.KeepAlive(body);

    [Post("hundred")]
    public static void Hundred(HundredRules body) => GC.KeepAlive(body);
}
