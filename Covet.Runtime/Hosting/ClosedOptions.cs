using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Covet.Internal;

/// <summary>Options that are made when first asked for, as the platform's own are.</summary>
internal sealed class ClosedOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IOptionsFactory<TOptions> factory) : IOptions<TOptions>
    where TOptions : class
{
    private readonly Lock gate = new();
    private TOptions? value;

    public TOptions Value
    {
        get
        {
            if (Volatile.Read(ref value) is { } made)
            {
                return made;
            }

            lock (gate)
            {
                return value ??= factory.Create(Options.DefaultName);
            }
        }
    }
}
