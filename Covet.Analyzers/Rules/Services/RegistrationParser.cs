using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Services;

/// <summary>Reads registrations: service attributes, and calls on <c>IServiceCollection</c>.</summary>
internal static class RegistrationParser
{
    private const string Injection = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Whether a call could register something, by its name alone, or as it is given a service collection.</summary>
    public static bool IsCandidate(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal) || name is "Configure" or "Replace" or "Scan" or "Decorate"))
        || call.ArgumentList.Arguments.Any(static argument => argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Services" } or IdentifierNameSyntax { Identifier.ValueText: "services" });

    /// <summary>The services of a class with service attributes.</summary>
    public static IEnumerable<ServiceRegistration> OfClass(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes().Where(ServiceAttributes.Is))
        {
            var lifetime = attribute.AttributeClass!.Name switch { "SingletonAttribute" => 0, "ScopedAttribute" => 1, _ => 2 };
            var service = attribute.AttributeClass.TypeArguments.FirstOrDefault() as INamedTypeSymbol
                ?? attribute.NamedArguments.Where(static argument => argument.Key == "ServiceType").Select(static argument => argument.Value.Value as INamedTypeSymbol).FirstOrDefault()
                ?? type;
            yield return new ServiceRegistration(service.OriginalDefinition, type, lifetime) { IsKeyed = attribute.NamedArguments.Any(static argument => argument.Key == "Key") };
        }
    }

    /// <summary>The services of a call; <paramref name="isOpaque"/> where it may register anything.</summary>
    public static IEnumerable<ServiceRegistration> OfCall(IInvocationOperation call, Compilation compilation, out bool isOpaque)
    {
        isOpaque = false;
        var method = call.TargetMethod;
        var target = call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type;
        var isServices = target is not null && (target.Implements(Injection, "IServiceCollection") || method.Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection"));
        var isHost = target is not null && (target.Implements("Microsoft.Extensions.Hosting", "IHostApplicationBuilder") || target.Implements("Microsoft.Extensions.Hosting", "IHostBuilder"));
        if (!isServices && !isHost && !(target?.Name.EndsWith("Builder", StringComparison.Ordinal) ?? false))
        {
            return [];
        }

        var types = method.TypeArguments.OfType<INamedTypeSymbol>().ToList();
        types.AddRange(call.Descendants().OfType<ITypeOfOperation>().Select(static operation => operation.TypeOperand).OfType<INamedTypeSymbol>());
        var descriptors = call.Arguments.Where(static argument => argument.Parameter?.Type.Is(Injection, "ServiceDescriptor") == true).Select(static argument => Plain(argument.Value)).ToList();
        types.AddRange(descriptors.OfType<IInvocationOperation>().SelectMany(static descriptor => descriptor.TargetMethod.TypeArguments).OfType<INamedTypeSymbol>());
        isOpaque = ((isServices || isHost) && !IsKnown(method, compilation)) || HasUnknownType(call) || descriptors.Any(static descriptor => descriptor is not (IInvocationOperation or IObjectCreationOperation));

        var made = call.Arguments.Any(static argument => Plain(argument.Value) is IAnonymousFunctionOperation or IDelegateCreationOperation or IObjectCreationOperation or ILocalReferenceOperation);
        var isKeyed = method.Name.Contains("Keyed");
        var lifetime = Lifetime(method.Name);
        if (lifetime >= 0 && types.Count is 1 or 2)
        {
            return [new ServiceRegistration(types[0].OriginalDefinition, made ? null : types[types.Count - 1].OriginalDefinition, lifetime) { IsKeyed = isKeyed }];
        }

        return types.Select(type => new ServiceRegistration(type.OriginalDefinition, null, -1) { IsKeyed = isKeyed }).ToList();
    }

    private static IOperation Plain(IOperation operation) => operation is IConversionOperation conversion ? Plain(conversion.Operand) : operation is IDelegateCreationOperation creation ? creation.Target : operation;

    // services.AddScoped(type), where only the run time knows which.
    private static bool HasUnknownType(IInvocationOperation call) => call.Arguments.Any(static argument =>
        argument.Parameter?.Type.Is("System", "Type") == true && argument.ArgumentKind == ArgumentKind.Explicit && Plain(argument.Value) is not ITypeOfOperation);

    private static int Lifetime(string name)
    {
        var core = name.Replace("TryAdd", "Add").Replace("Keyed", "");
        return core switch { "AddSingleton" => 0, "AddScoped" or "AddDbContext" => 1, "AddTransient" => 2, _ => -1 };
    }

    // What the platform's own calls register is not what the application's services ask for of its own types.
    private static bool IsKnown(IMethodSymbol method, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
        || (method.Name is not ("Scan" or "Decorate") && PlatformServices.Has(method.ContainingAssembly));
}
