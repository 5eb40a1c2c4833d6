using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The request body of an operation: JSON, bytes, or a form.</summary>
internal static class RequestBodyBuilder
{
    private const string Consumes = "Microsoft.AspNetCore.Mvc.ConsumesAttribute";

    public static ApiObject? Create(EndpointSpec endpoint, SchemaBuilder schemas)
    {
        var parameters = ParameterBuilder.Flatten(endpoint.Parameters).ToList();
        var body = parameters.FirstOrDefault(IsBody);
        if (body is not null)
        {
            return Body(endpoint, body, schemas);
        }

        var fields = parameters.SelectMany(Fields).ToList();
        return fields.Count == 0 ? null : Form(endpoint, fields);
    }

    public static bool IsBody(ParameterSpec parameter) => parameter.Source == BindingSource.Body || IsRaw(parameter);

    /// <summary>Whether the handler reads the bytes itself.</summary>
    public static bool IsRaw(ParameterSpec parameter) =>
        parameter is { Source: BindingSource.Special or BindingSource.Body, Type.Special: KnownType.Stream or KnownType.PipeReader };

    public static bool IsForm(ParameterSpec parameter) =>
        parameter.Source is BindingSource.Form or BindingSource.FormObject || IsFile(parameter) || parameter.Type.Special == KnownType.FormCollection;

    /// <summary>The content types of <c>[Consumes]</c>, or null.</summary>
    public static IReadOnlyList<string>? ContentTypes(EquatableArray<AttributeSpec> metadata) => ContentTypes(metadata, Consumes);

    /// <summary>The content types that an attribute names, or null.</summary>
    public static IReadOnlyList<string>? ContentTypes(EquatableArray<AttributeSpec> metadata, string attributeName) =>
        metadata.Find(attributeName) is { } attribute && attribute.Arguments.SelectMany(Texts).ToList() is { Count: > 0 } types ? types : null;

    private static IEnumerable<string> Texts(AttributeArgumentSpec argument) =>
        argument.TypeName == "System.String" && argument.Text is { } text ? [text]
        : argument.Elements.Where(e => e is { TypeName: "System.String", Text: not null }).Select(e => e.Text!);

    private static ApiObject Body(EndpointSpec endpoint, ParameterSpec body, SchemaBuilder schemas)
    {
        var raw = IsRaw(body);
        var schema = raw ? PrimitiveSchemas.Create(KnownType.Stream)!
            : body.Element is { } item ? SchemaNode.Array(schemas.Schema(item, body.ElementNullable))
            : schemas.Schema(body.Type);
        SchemaKeywords.Apply(schema, body.Attributes);
        var content = new ApiObject();
        foreach (var type in ContentTypes(endpoint.Metadata) ?? [raw ? "application/octet-stream" : "application/json"])
        {
            content[type] = new ApiObject { { "schema", schema.Clone() }, { "example", Example(endpoint, body) } };
        }

        var optional = body.Nullable || body.AllowEmptyBody || body.DefaultExpression is not null;
        return new ApiObject
        {
            { "description", ParameterSchemas.Description(body, endpoint.Doc) },
            { "content", content },
            { "required", optional ? null : ApiValue.Bool(true) },
        };
    }

    private static ApiNode? Example(EndpointSpec endpoint, ParameterSpec body)
    {
        var text = endpoint.Doc?.Params.FirstOrDefault(p => p.Name == body.Name)?.Example ?? endpoint.Doc?.Example;
        return text is null ? null : ApiJsonParser.Parse(text);
    }

    private static ApiObject Form(EndpointSpec endpoint, IReadOnlyList<ParameterSpec> fields)
    {
        var properties = new ApiObject();
        var required = new ApiArray();
        foreach (var field in fields.Where(f => f.Type.Special != KnownType.FormCollection))
        {
            var property = new ApiObject { { "description", ParameterSchemas.Description(field, endpoint.Doc) } };
            properties[field.WireName] = property.Merge(ParameterSchemas.Create(field, endpoint.Doc));
            if (ParameterBuilder.IsRequired(field))
            {
                required.Add(field.WireName);
            }
        }

        var schema = new ApiObject
        {
            { "type", "object" },
            { "required", required.Count == 0 ? null : required },
            { "properties", properties.Count == 0 ? null : properties },
        };
        var types = ContentTypes(endpoint.Metadata)
            ?? (fields.Any(IsFile) ? ["multipart/form-data"] : ["application/x-www-form-urlencoded", "multipart/form-data"]);
        var content = new ApiObject();
        foreach (var type in types)
        {
            content[type] = new ApiObject { { "schema", schema.Clone() } };
        }

        return new ApiObject { { "content", content }, { "required", required.Count == 0 ? null : ApiValue.Bool(true) } };
    }

    private static IEnumerable<ParameterSpec> Fields(ParameterSpec parameter) =>
        parameter.Source == BindingSource.FormObject ? parameter.Members.SelectMany(Fields)
        : IsForm(parameter) ? [parameter]
        : [];

    private static bool IsFile(ParameterSpec parameter) => parameter.Type.Special is KnownType.FormFile or KnownType.FormFileCollection;
}
