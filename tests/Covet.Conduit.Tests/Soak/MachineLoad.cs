using System.Globalization;

namespace Covet.Conduit.Tests.Soak;

/// <summary>How busy the processors of the whole machine are, 0 to 1, by the kernel's accounting: whoever uses them counts.</summary>
internal sealed class MachineLoad
{
    private const int IdleField = 3;
    private const int WaitField = 4;
    private const int FieldsOfTime = 8;

    private readonly (long Busy, long All) first;
    private (long Busy, long All) last;

    public MachineLoad() => first = last = Read();

    public double SinceLast()
    {
        var before = last;
        last = Read();
        return Busy(before, last);
    }

    public double SinceStart() => Busy(first, Read());

    /// <summary>The part of all processors since the start that so many ticks of a process are (<see cref="ProcessorTicks"/>).</summary>
    public double ShareOf(long ticks) => Read().All is var all && all == first.All ? 0 : (double)ticks / (all - first.All);

    private static double Busy((long Busy, long All) from, (long Busy, long All) to) =>
        to.All == from.All ? 0 : (double)(to.Busy - from.Busy) / (to.All - from.All);

    private static (long Busy, long All) Read()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(FieldsOfTime)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        var all = fields.Sum();
        return (all - fields[IdleField] - fields[WaitField], all);
    }
}
