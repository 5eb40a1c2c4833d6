using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet.Internal;

/// <summary>Runs the commands that a Covet program has of itself; they end it without serving.</summary>
internal static class CovetCommands
{
    public static void Run(IServiceProvider services, OpenApiDocument[] documents)
    {
        var command = services.GetService<CovetCommand>();
        switch (command?.Name)
        {
            case "routes":
                Console.Out.Write(services.GetRequiredService<CovetRoutes>().ToString());
                Console.Out.Flush();
                Environment.Exit(0);
                break;
            case "permissions":
                Console.Out.Write(PermissionListing.Format(services.GetRequiredService<CovetRoutes>(), services.GetService<IOptions<CovetAuthorizationOptions>>()?.Value));
                Console.Out.Flush();
                Environment.Exit(0);
                break;
            case "openapi":
                Environment.Exit(PrintDocumentAsync(services, documents, command.Argument("v1")).GetAwaiter().GetResult());
                break;
        }
    }

    private static async Task<int> PrintDocumentAsync(IServiceProvider services, OpenApiDocument[] documents, string name)
    {
        await using var output = Console.OpenStandardOutput();
        if (await OpenApiDocuments.WriteAsync(name, services, output, documents))
        {
            return 0;
        }

        await Console.Error.WriteLineAsync($"There is no OpenAPI document '{name}'. There are: {string.Join(", ", documents.Select(document => document.Name))}.");
        return 1;
    }
}
