using Covet.Generators.Model;

namespace Covet.Generators.Emit.Application;

/// <summary>Writes <c>AddCovet()</c> and <c>MapCovet()</c>.</summary>
internal static class ExtensionsEmitter
{
    public static string Emit(ApplicationSpec application, string documents)
    {
        var writer = SourceWriter.StartFile();
        writer.Line("namespace Covet;");
        writer.Line();
        writer.Line("/// <summary>Registers and maps what Covet generated for this application.</summary>");
        writer.Open("internal static class CovetGeneratedExtensions");
        writer.Line("/// <summary>Registers the services that carry service attributes, and what serving the endpoints needs.</summary>");
        writer.Open("internal static global::Microsoft.Extensions.DependencyInjection.IServiceCollection AddCovet(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)");
        writer.Line("global::Covet.Internal.CovetHosting.AddServices(services, new global::Covet.Generated.RouteTable());");
        foreach (var module in application.Modules)
        {
            writer.Line(module.TypeName + ".AddServices(services);");
        }

        writer.Line(ModuleEmitter.TypeName(application.Assembly) + ".AddServices(services);");
        writer.Line("return services;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Maps the endpoints of this application and of the libraries that it references, and the OpenAPI documents.</summary>");
        writer.Open("internal static global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapCovet(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)");
        writer.Line("return global::Covet.Internal.CovetHosting.Map(endpoints" + documents + ");");
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
