using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Configures how the OpenAPI documents are served.</summary>
public static class CovetOpenApiServiceCollectionExtensions
{
    /// <summary>
    /// Configures how the OpenAPI documents are served. Not needed for serving: <c>MapCovet()</c> serves the documents
    /// that the compiler made.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <example><code>
    /// builder.Services.AddCovetOpenApi(o => o.AddDocumentTransformer((document, _) => document["info"]!["title"] = "Orders"));
    /// </code></example>
    public static IServiceCollection AddCovetOpenApi(this IServiceCollection services, Action<CovetOpenApiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = services.FirstOrDefault(s => s.ServiceType == typeof(CovetOpenApiOptions))?.ImplementationInstance as CovetOpenApiOptions;
        if (options is null)
        {
            options = new CovetOpenApiOptions();
            services.AddSingleton(options);
        }

        configure(options);
        return services;
    }
}
