namespace Covet.Internal;

/// <summary>Finds the mapping of an exception in an endpoint's metadata; nothing is looked at before something is thrown.</summary>
internal static class ExceptionMappings
{
    /// <summary>The mapping of the most derived type, the nearest where several have it; null where there is none.</summary>
    public static IExceptionMapping? Find(Endpoint? endpoint, Exception exception)
    {
        IExceptionMapping? found = null;

        // Metadata has the assembly's first and the method's last, so a later one replaces an equal one.
        foreach (var mapping in endpoint?.Metadata.GetOrderedMetadata<IExceptionMapping>() ?? [])
        {
            if (mapping.Matches(exception) && (found is null || found.ExceptionType.IsAssignableFrom(mapping.ExceptionType)))
            {
                found = mapping;
            }
        }

        return found;
    }
}
