using System.Globalization;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The responses of an operation: what the signature declares, what attributes add, and how Covet refuses.</summary>
internal sealed class ResponseBuilder(EndpointSpec endpoint, SchemaBuilder schemas)
{
    private const string ProblemType = "application/problem+json";
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";
    private readonly SortedDictionary<int, ApiObject> responses = [];
    private ApiObject? unspecified;

    public ApiObject Create(SecurityNeed? security)
    {
        AddDeclared();
        AddAttributes();
        AddRefusals(security);
        AddMappedExceptions();
        if (responses.Count == 0 && unspecified is null)
        {
            responses[200] = Response(200, null);
        }

        var result = new ApiObject();
        foreach (var response in responses)
        {
            result[response.Key.ToString(CultureInfo.InvariantCulture)] = response.Value;
        }

        // Any request can be refused before it gets to the handler (a limit, a malformed header), as a problem document.
        if (unspecified is null && !responses.Keys.Any(status => status is >= 400 and < 500))
        {
            result["4XX"] = Problem("The request is refused.", SchemaBuilder.ProblemDetails);
        }

        result["default"] = unspecified;
        return result;
    }

    private void AddDeclared()
    {
        var produces = RequestBodyBuilder.ContentTypes(endpoint.Metadata, Mvc + "ProducesAttribute");
        foreach (var spec in endpoint.Return.Responses)
        {
            var content = Content(spec, produces);
            var headers = spec.ResultName is "Created" or "CreatedAtRoute" or "Accepted" or "AcceptedAtRoute" or "RedirectHttpResult" or "RedirectToRouteHttpResult"
                ? new ApiObject { { "Location", new ApiObject { { "description", "Where the resource is." }, { "schema", new ApiObject { { "type", "string" }, { "format", "uri-reference" } } } } } }
                : null;
            Add(spec.StatusCode, content, headers);
        }
    }

    private void Add(int status, ApiObject? content, ApiObject? headers = null, string? description = null)
    {
        if (status == 0)
        {
            unspecified = Response(0, content, headers, description);
            return;
        }

        // Two results of one status: either body.
        if (responses.TryGetValue(status, out var existing) && existing.Object("content") is { } first && content is not null)
        {
            content = MediaTypes.Union(first, content);
        }

        responses[status] = Response(status, content ?? responses.GetValueOrNull(status)?.Object("content"), headers, description);
    }

    private ApiObject Response(int status, ApiObject? content, ApiObject? headers = null, string? description = null)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        var text = endpoint.Doc?.Responses.FirstOrDefault(r => r.Name == key || (status == 0 && r.Name == "default"))?.Text;
        if (string.IsNullOrEmpty(text) && status is >= 200 and < 300)
        {
            text = endpoint.Doc?.Returns;
        }

        return new ApiObject
        {
            { "description", description ?? (string.IsNullOrEmpty(text) ? StatusDescriptions.Get(status) : text) },
            { "headers", headers },
            { "content", content },
        };
    }

    private ApiObject? Content(ResponseSpec spec, IReadOnlyList<string>? produces)
    {
        if (spec.ContentType is null)
        {
            return null;
        }

        var isProblem = spec.ContentType == ProblemType;
        var schema = isProblem ? ProblemSchema(spec) : spec.Body is { } body ? BodySchema(body, spec.ContentType) : NoBodySchema(spec.ContentType);
        var isSuccess = spec.StatusCode is >= 200 and < 300;
        return MediaTypes.Create(isSuccess && produces is not null ? produces : [spec.ContentType], schema);
    }

    private ApiObject ProblemSchema(ResponseSpec spec)
    {
        if (spec.Body is { } body && schemas.Find(body) is not null)
        {
            return schemas.Schema(body);
        }

        return schemas.Problem(spec.ResultName == "ValidationProblem" || (spec.Body?.FullName.EndsWith("ValidationProblemDetails", StringComparison.Ordinal) ?? false)
            ? SchemaBuilder.ValidationProblem
            : SchemaBuilder.ProblemDetails);
    }

    private ApiObject BodySchema(TypeRef body, string contentType) => contentType switch
    {
        "application/json" when endpoint.Return is { Kind: ReturnKind.AsyncEnumerable, Element: { } element } stream => SchemaNode.Array(schemas.Schema(element, stream.ElementNullable)),
        "application/octet-stream" => PrimitiveSchemas.Create(KnownType.Stream)!,
        "text/plain" or "text/event-stream" => new ApiObject { { "type", "string" } },
        _ => schemas.Schema(body),
    };

    private static ApiObject NoBodySchema(string contentType) =>
        PrimitiveSchemas.Create(contentType.StartsWith("text/", StringComparison.Ordinal) ? KnownType.String : KnownType.Stream)!;

    private void AddAttributes()
    {
        foreach (var attribute in endpoint.Metadata)
        {
            var isDefault = attribute.TypeName == Mvc + "ProducesDefaultResponseTypeAttribute";
            if (!isDefault && attribute.TypeName is not (Mvc + "ProducesResponseTypeAttribute" or Mvc + "ProducesResponseTypeAttribute`1"))
            {
                continue;
            }

            var status = isDefault ? 0 : int.TryParse(attribute.Text("statusCode"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : 200;
            var type = attribute.TypeArguments.Count == 1 ? attribute.TypeArguments[0].FullName : TypeOf(attribute.Argument("type"));
            var contentTypes = new[] { attribute.Text("contentType") }
                .Concat((attribute.Argument("additionalContentTypes")?.Elements ?? default).Select(e => e.Text))
                .Where(t => t is not null).Select(t => t!).ToList();

            // What the attribute says of a status replaces what the signature says.
            var content = type is null or "void" ? null : MediaTypes.Create(contentTypes.Count == 0 ? [schemas.IsProblem(type) ? ProblemType : "application/json"] : contentTypes, schemas.SchemaByName(type));
            if (status != 0 && content is not null)
            {
                responses.Remove(status);
            }

            Add(status, content, null, attribute.Text("Description"));
        }
    }

    private static string? TypeOf(AttributeArgumentSpec? argument) =>
        argument?.Expression is { } text && text.StartsWith("typeof(", StringComparison.Ordinal) ? text.Substring(7, text.Length - 8) : null;

    private void AddRefusals(SecurityNeed? security)
    {
        var parameters = ParameterBuilder.Flatten(endpoint.Parameters).ToList();
        var hasJson = parameters.Any(p => RequestBodyBuilder.IsBody(p) && !RequestBodyBuilder.IsRaw(p));
        var hasForm = parameters.Any(RequestBodyBuilder.IsForm);
        if (hasJson || hasForm || parameters.Any(CanFail))
        {
            Refuse(endpoint.ValidationStatusCode, null, SchemaBuilder.ValidationProblem);
        }

        if (hasJson)
        {
            Refuse(400, null, SchemaBuilder.ValidationProblem);
        }

        if (hasJson || hasForm || (RequestBodyBuilder.ContentTypes(endpoint.Metadata) is not null && parameters.Any(RequestBodyBuilder.IsRaw)))
        {
            Refuse(415, null, SchemaBuilder.ProblemDetails);
        }

        if (security is not null)
        {
            Refuse(401, null, SchemaBuilder.ProblemDetails);
            if (security.Restriction is { } restriction)
            {
                Refuse(403, restriction, SchemaBuilder.ProblemDetails);
            }
        }
    }

    /// <summary>The statuses of <c>[MapException]</c>, by their titles where no comment describes them.</summary>
    private void AddMappedExceptions()
    {
        var mapped = endpoint.Metadata
            .Where(a => a.TypeName == "Covet.MapExceptionAttribute`1")
            .Select(a => (Status: int.TryParse(a.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out var status) ? status : 0, Title: a.Text("Title")))
            .Where(m => m.Status is >= 400 and <= 599)
            .GroupBy(m => m.Status);
        foreach (var status in mapped)
        {
            var titles = status.Select(m => m.Title).Where(t => !string.IsNullOrEmpty(t)).Distinct().ToList();
            var isDocumented = endpoint.Doc?.Responses.Any(r => r.Name == status.Key.ToString(CultureInfo.InvariantCulture)) ?? false;
            Refuse(status.Key, isDocumented || titles.Count == 0 ? null : string.Join(" / ", titles), SchemaBuilder.ProblemDetails);
        }
    }

    private static bool CanFail(ParameterSpec parameter) => parameter.Source switch
    {
        BindingSource.Route => parameter.Rules.Count != 0 || parameter.Parse is { Kind: not TextParseKind.String },
        BindingSource.Query or BindingSource.Header or BindingSource.Cookie =>
            parameter.Rules.Count != 0 || ParameterBuilder.IsRequired(parameter) || parameter.Parse is { Kind: not TextParseKind.String },
        _ => false,
    };

    private void Refuse(int status, string? description, string schema)
    {
        if (!responses.TryGetValue(status, out var existing))
        {
            responses[status] = Response(status, Problem("", schema).Object("content"), null, description);
        }
        else if (existing.Object("content") is { } content && !content.Has(ProblemType))
        {
            // The handler's own body of that status, or Covet's problem document.
            content[ProblemType] = new ApiObject { { "schema", schemas.Problem(schema) } };
        }
    }

    private ApiObject Problem(string description, string schema) => new()
    {
        { "description", description },
        { "content", MediaTypes.Create([ProblemType], schemas.Problem(schema)) },
    };
}
