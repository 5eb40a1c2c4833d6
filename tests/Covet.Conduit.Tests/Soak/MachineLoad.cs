using System.Globalization;

namespace Covet.Conduit.Tests.Soak;

/// <summary>How busy the processors were since the last question, 0 to 1, by the kernel's accounting.</summary>
internal sealed class MachineLoad
{
    private const int IdleField = 3;
    private const int WaitField = 4;
    private const int FieldsOfTime = 8;

    private (long Busy, long All) last = Read();

    public double SinceLast()
    {
        var (busy, all) = Read();
        var (busyBefore, allBefore) = last;
        last = (busy, all);
        return all == allBefore ? 0 : (double)(busy - busyBefore) / (all - allBefore);
    }

    private static (long Busy, long All) Read()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(FieldsOfTime)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        var all = fields.Sum();
        return (all - fields[IdleField] - fields[WaitField], all);
    }
}
