namespace HttpApp.Validation;

/// <summary>A rule that has to ask a service.</summary>
[Scoped<IAsyncValidator<Order>>]
public sealed class UniqueNumber(OrderNumbers numbers) : IAsyncValidator<Order>
{
    public async ValueTask ValidateAsync(Order value, ValidationErrors errors, CancellationToken cancellationToken)
    {
        if (await numbers.ExistsAsync(value.Number, cancellationToken))
        {
            errors.Add(nameof(Order.Number), "The number is taken.", "taken");
        }
    }
}
