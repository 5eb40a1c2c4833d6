using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <summary>
/// Which open generic services are registered over which types: two libraries that know nothing of each other may close one service over
/// the same type, and the application has it once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceClosings
{
    private readonly HashSet<string> closings = new(StringComparer.Ordinal);

    private ServiceClosings()
    {
    }

    /// <summary>Whether nobody has registered a closing before; from now on somebody has.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="closing">The service, its class and its key, each with its type arguments.</param>
    public static bool IsFirst(IServiceCollection services, string closing)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Of(services).closings.Add(closing);
    }

    private static ServiceClosings Of(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(ServiceClosings))
            {
                return (ServiceClosings)service.ImplementationInstance!;
            }
        }

        var made = new ServiceClosings();
        services.AddSingleton(made);
        return made;
    }
}
