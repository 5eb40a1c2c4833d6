using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Puts checks of options at the start of an application.</summary>
internal static class OptionCheckExtensions
{
    /// <summary>Has options made and checked at start.</summary>
    public static OptionsBuilder<TOptions> CheckAtStart<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> builder,
        Action<TOptions> check)
        where TOptions : class
    {
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(new OptionCheck<TOptions>(check, builder.Name));
        return builder.ValidateOnStart();
    }
}
