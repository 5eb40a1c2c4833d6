using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Has options refused at start by a method that throws.</summary>
internal sealed class OptionCheck<TOptions>(Action<TOptions> check, string? scheme = null) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (scheme is not null && name != scheme)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            check(options);
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
