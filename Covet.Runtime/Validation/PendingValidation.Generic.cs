using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <inheritdoc/>
internal sealed class PendingValidation<T, TValidator>(T value) : PendingValidation
    where TValidator : IModelValidator<T>
{
    /// <inheritdoc/>
    public override async ValueTask RunAsync(HttpContext context, RequestErrors errors)
    {
        var found = new ValidationErrors(errors, Path, MemberPath.ToWire<T, TValidator>);
        foreach (var validator in context.RequestServices.GetServices<IValidator<T>>())
        {
            validator.Validate(value, found);
        }

        foreach (var validator in context.RequestServices.GetServices<IAsyncValidator<T>>())
        {
            await validator.ValidateAsync(value, found, context.RequestAborted);
        }
    }
}
