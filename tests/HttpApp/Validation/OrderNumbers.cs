namespace HttpApp.Validation;

/// <summary>The numbers that are taken; stands for a database, as its answer comes later.</summary>
[Scoped]
public sealed class OrderNumbers
{
    public async ValueTask<bool> ExistsAsync(string number, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return number == "AB-1";
    }
}
