using Covet.Generators.Model;
using Covet.Generators.Parsing.Filters;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads one method of a handler.</summary>
internal sealed class EndpointParser(
    INamedTypeSymbol handler,
    TypeRef handlerReference,
    IMethodSymbol method,
    string prefix,
    DiagnosticSink sink,
    List<ITypeSymbol> jsonTypes,
    List<ITypeSymbol> writtenTypes,
    List<ITypeSymbol> validatedTypes,
    List<RouteLocationSpec> locations,
    Compilation compilation)
{
    public EndpointSpec? Parse(string name, CancellationToken cancellation)
    {
        if (!CanBeCalled())
        {
            return null;
        }

        var id = handlerReference.Id + "." + name;
        var routes = RouteParser.Parse(handler, method, prefix, id, sink, locations, cancellation);
        if (routes.Count == 0)
        {
            return null;
        }

        if (IsRefusedByCompiler())
        {
            return null; // The compiler reports it.
        }

        var before = sink.Count;
        var context = new ParameterContext(
            routes,
            [.. routes.Select(route => RouteParser.ParameterNames(route))],
            routes.All(route => route.Method is "POST" or "PUT" or "PATCH" or "QUERY"),
            sink,
            jsonTypes,
            validatedTypes,
            compilation);
        var parameters = new List<ParameterSpec>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type.IsRefLikeType || parameter.Type.TypeKind == TypeKind.Pointer)
            {
                sink.Add(Rules.RuleIds.ParameterByReference, parameter.Place(), parameter.Name);
                continue;
            }

            if (BindingSourceStrategies.Find(new ParameterSource(parameter, parameter.Type, DefaultValue.Of(parameter)), context) is { } spec)
            {
                parameters.Add(spec);
            }
        }

        CheckBodies(parameters);
        var written = writtenTypes.Count;
        var result = ReturnParser.Parse(method, sink, writtenTypes);
        if (writtenTypes.Skip(written).Any(ReturnedExpressions.IsOpen))
        {
            ReturnedExpressions.Check(method, compilation, sink, cancellation);
        }

        if (ResultValues.AreHidden(method.ReturnType))
        {
            writtenTypes.AddRange(new ResultValues(method, compilation, sink, cancellation).Find());
        }

        writtenTypes.AddRange(Docs.ResponseTypeParser.Parse(handler, method));
        MetadataParser.Check(handler, method, sink, cancellation);
        Limits.LimitParser.Check(handler, method, sink, cancellation);
        var filters = FilterParser.Parse(handler, method, compilation, sink, cancellation);
        if (result is null || sink.Count > before)
        {
            return null;
        }

        return new EndpointSpec(id, handlerReference, method.Name, routes.ToEquatableArray(), parameters.ToEquatableArray(), result)
        {
            IsStatic = method.IsStatic,
            HasOwnResults = result.Kind == ReturnKind.Result || filters.Any(filter => filter.Kind == FilterKind.Endpoint) || (result.Kind == ReturnKind.ResultsUnion && result.Responses.Any(response => response.Form == ResultForm.Other)),
            ClassName = name,
            Metadata = MetadataParser.Parse(handler, method),
            Filters = filters,
            FilterArguments = filters.Count == 0 ? default : method.Parameters.Select(FilterSignature.TypeName).ToEquatableArray(),
            Documents = Docs.DocumentMembershipParser.Parse(handler, method),
            Doc = Docs.DocCommentParser.Parse(method, cancellation),
        };
    }

    private bool IsRefusedByCompiler() =>
        method.IsTwice()
        || (method.IsStatic && (method.IsOverride || method.IsAbstract || method.IsVirtual))
        || method.ReturnType.IsUnusable()
        || method.Parameters.Any(parameter => parameter.Type.IsUnusable() || parameter.Name.Length == 0 || method.Parameters.Any(other => other.Name == parameter.Name && other.Ordinal != parameter.Ordinal));

    private bool CanBeCalled()
    {
        if (method.IsGenericMethod)
        {
            sink.Add(Rules.RuleIds.GenericMethod, method.Place(), method.Name);
            return false;
        }

        if (!method.IsCallable(handler.ContainingAssembly))
        {
            sink.Add(Rules.RuleIds.MethodInaccessible, method.Place() ?? handler.Place(), method.Name);
            return false;
        }

        return true;
    }

    private void CheckBodies(List<ParameterSpec> parameters)
    {
        var flat = parameters.SelectMany(parameter => parameter.Source == BindingSource.AsParameters ? parameter.Members : (IEnumerable<ParameterSpec>)[parameter]).ToList();
        var bodies = flat.Where(parameter => parameter.Source == BindingSource.Body || parameter is { Source: BindingSource.Special, Type.Special: KnownType.Stream or KnownType.PipeReader }).ToList();
        if (bodies.Count > 1)
        {
            sink.Add(Rules.RuleIds.TwoBodies, Place(bodies[1].Name), bodies[0].Name, bodies[1].Name);
        }

        var form = flat.FirstOrDefault(parameter => parameter.Source is BindingSource.Form or BindingSource.FormObject);
        if (bodies.Count > 0 && form is not null)
        {
            sink.Add(Rules.RuleIds.BodyAndForm, Place(form.Name), bodies[0].Name, form.Name);
        }
    }

    private LocationSpec? Place(string parameter) => (method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter) as ISymbol ?? method).Place();
}
