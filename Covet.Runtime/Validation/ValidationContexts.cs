using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>Makes the contexts that users' rules are called with, without the reflection that would find a display name.</summary>
internal static class ValidationContexts
{
#if NET10_0_OR_GREATER
    public static ValidationContext Create(object instance, string? memberName, string displayName, IServiceProvider? services) =>
        new(instance, displayName, services, items: null) { MemberName = memberName };
#else
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The display name is set, so that the context never looks for it in the type's attributes.")]
    public static ValidationContext Create(object instance, string? memberName, string displayName, IServiceProvider? services) =>
        new(instance, services, items: null) { MemberName = memberName, DisplayName = displayName };
#endif
}
