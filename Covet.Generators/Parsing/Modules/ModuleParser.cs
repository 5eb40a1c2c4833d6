using Covet.Generators.Model;
using Covet.Generators.Parsing.Services;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Modules;

/// <summary>Reads the generated modules of referenced class libraries from their assembly attributes.</summary>
internal static class ModuleParser
{
    private const string Runtime = "Covet.Runtime";

    public static EquatableArray<ModuleSpec> Parse(Compilation compilation, CancellationToken cancellation)
    {
        var modules = new List<ModuleSpec>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime)) && Parse(assembly, cancellation) is { } spec)
            {
                modules.Add(spec);
            }
        }

        return modules.OrderBy(module => module.TypeName, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>What the assembly that is compiled is.</summary>
    public static AssemblySpec Assembly(Compilation compilation) => new(
        compilation.AssemblyName ?? "",
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
    {
        Versioning = Versioning(compilation),
    };

    private static VersioningSpec Versioning(Compilation compilation)
    {
        var attribute = compilation.Assembly.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass.Is("Covet", "ApiVersioningAttribute"));
        return attribute is null ? VersioningSpec.Usual : VersioningSpec.Of(Named("Query"), Named("Header"), Named("Default"));

        string? Named(string name) => attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => argument.Value.Value as string).FirstOrDefault();
    }

    /// <summary>The permissions that endpoints of referenced libraries ask for.</summary>
    public static EquatableArray<PermissionSpec> Permissions(Compilation compilation, CancellationToken cancellation)
    {
        var permissions = new List<PermissionSpec>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime)))
            {
                permissions.AddRange(assembly.GetAttributes()
                    .Where(attribute => attribute.AttributeClass.Is("Covet.Internal", "CovetModulePermissionAttribute") && attribute.ConstructorArguments.Length == 2)
                    .Select(attribute => new PermissionSpec((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!)));
            }
        }

        return permissions.ToEquatableArray();
    }

    private static ModuleSpec? Parse(IAssemblySymbol assembly, CancellationToken cancellation)
    {
        string? type = null;
        var routes = new List<ModuleRouteSpec>();
        var services = new List<ServiceSpec>();
        var closings = new List<string>();
        foreach (var attribute in assembly.GetAttributes())
        {
            var arguments = attribute.ConstructorArguments;
            if (attribute.AttributeClass.Is("Covet.Internal", "CovetModuleAttribute") && arguments[0].Value is ITypeSymbol module)
            {
                type = module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            }
            else if (attribute.AttributeClass.Is("Covet.Internal", "CovetModuleServiceAttribute") && arguments.Length == 2 && arguments[0].Value is INamedTypeSymbol open)
            {
                services.AddRange(ServiceParser.ParseOpen(open.OriginalDefinition, cancellation));
                closings.AddRange(arguments[1].Values.Select(closing => (string)closing.Value!));
            }
            else if (attribute.AttributeClass.Is("Covet.Internal", "CovetModuleRouteAttribute") && arguments.Length == 5)
            {
                routes.Add(new ModuleRouteSpec(
                    (int)arguments[0].Value!,
                    new RouteSpec((string)arguments[1].Value!, (string)arguments[2].Value!) { Order = (int)arguments[3].Value! },
                    (string)arguments[4].Value!));
            }
        }

        return type is null ? null : new ModuleSpec(type, assembly.Name, routes.ToEquatableArray()) { OpenServices = services.ToEquatableArray(), Closings = closings.ToEquatableArray() };
    }
}
