namespace Covet.Conduit.Tests.TechEmpower;

public sealed class TechEmpowerOnJit : TechEmpowerSuite
{
    private protected override Task<string> BinaryAsync() => Task.FromResult(Binaries.TechEmpower);
}

public sealed class TechEmpowerOnNative : TechEmpowerSuite
{
    private protected override Task<string> BinaryAsync() => Binaries.NativeTechEmpowerAsync();
}
