using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// Schemas of polymorphic types: one of the derived types, each with its discriminator. A derived type that is used by
/// itself has no discriminator in JSON, so it is another component (<c>ShapeCircle</c> beside <c>Circle</c>).
/// </summary>
internal static class PolymorphicSchemas
{
    /// <summary>What stands between the keys of base and derived type; <see cref="SchemaNames"/> joins the names.</summary>
    public const char Separator = '|';

    public static ApiObject Create(TypeSpec spec, SchemaBuilder schemas)
    {
        var polymorphism = spec.Json.Polymorphism!;
        var choices = new ApiArray();
        var mapping = new ApiObject();
        foreach (var derived in polymorphism.DerivedTypes)
        {
            var discriminator = ApiDefaults.FromExpression(derived.Discriminator, default, false);
            var key = spec.Type.FullName + Separator + derived.Type.FullName;
            choices.Add(schemas.Component(key, () => Derived(derived.Type, polymorphism.DiscriminatorName, discriminator, schemas)));
            if (discriminator is ApiValue { IsString: true } name)
            {
                mapping[name.Text] = SchemaNode.TypePrefix + key;
            }
        }

        var exact = spec.Schema?.IsAbstract ?? false;
        if (!exact && !polymorphism.DerivedTypes.Any(d => d.Type.FullName == spec.Type.FullName))
        {
            var key = spec.Type.FullName + Separator + "Base";
            choices.Add(schemas.Component(key, () => ObjectSchemas.Create(spec, schemas)));
        }
        else
        {
            exact = true;
        }

        // A value of the base itself matches a derived type's schema too, which oneOf would refuse.
        var complete = exact && mapping.Count == polymorphism.DerivedTypes.Count;
        var schema = new ApiObject { { complete ? "oneOf" : "anyOf", choices } };
        if (complete)
        {
            schema["discriminator"] = new ApiObject { { "propertyName", polymorphism.DiscriminatorName }, { "mapping", mapping } };
        }

        return schema;
    }

    private static (ApiObject Schema, ApiArray? Output) Derived(TypeRef type, string discriminatorName, ApiNode? discriminator, SchemaBuilder schemas)
    {
        if (schemas.Find(type) is not { } spec)
        {
            return ([], null);
        }

        var (schema, output) = ObjectSchemas.Create(spec, schemas);
        if (discriminator is null)
        {
            return (schema, output);
        }

        var properties = new ApiObject { { discriminatorName, new ApiObject { { "type", discriminator is ApiValue { IsString: true } ? "string" : "integer" }, { "const", discriminator } } } };
        properties.Merge(schema.GetOrAdd("properties"));
        schema["properties"] = properties;
        schema["required"] = new ApiArray([ApiValue.String(discriminatorName), .. schema.Array("required") ?? []]);
        return (schema, new ApiArray([ApiValue.String(discriminatorName), .. output ?? []]));
    }
}
