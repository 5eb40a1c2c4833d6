using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Covet.Json.Tests.Differential;

/// <summary>Random values of any type of the table, made by reflection: tests may, the product may not.</summary>
internal sealed class ValueFactory(Random random)
{
    private static readonly Type[] AnyTypes = [typeof(int), typeof(string), typeof(bool), typeof(double), typeof(Guid), typeof(DateTime), typeof(decimal), typeof(System.Text.Json.JsonElement)];
    private readonly NullabilityInfoContext nullability = new();

    public object? Make(Type type, int depth = 4, bool mayBeNull = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Make(underlying, depth);
        }

        if (!type.IsValueType && mayBeNull && random.Next(4) == 0)
        {
            return null;
        }

        if (PrimitiveFactory.TryMake(type, random, out var primitive))
        {
            return primitive;
        }

        if (type == typeof(object))
        {
            return Make(AnyTypes[random.Next(AnyTypes.Length)], depth);
        }

        return CollectionFactory.TryMake(type, this, random, depth, out var collection) ? collection : MakeObject(type, depth);
    }

    private object? MakeObject(Type type, int depth)
    {
        var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(static a => a.DerivedType).ToList();
        if (derived.Count > 0)
        {
            if (!type.IsAbstract && !type.IsInterface)
            {
                derived.Add(type);
            }

            type = derived[random.Next(derived.Count)];
        }
        else if (type.IsAbstract || type.IsInterface)
        {
            type = type.Assembly.GetTypes().FirstOrDefault(t => t.IsAssignableTo(type) && !t.IsAbstract) ?? typeof(NamedThing);
        }

        var constructor = Choose(type);
        var arguments = constructor?.GetParameters().Select(p => Member(p.ParameterType, nullability.Create(p), depth)).ToArray() ?? [];
        var made = constructor is null ? RuntimeHelpers.GetUninitializedObject(type) : constructor.Invoke(arguments);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && random.Next(12) != 0)
            {
                property.SetValue(made, property.GetCustomAttribute<JsonExtensionDataAttribute>() is null
                    ? Member(property.PropertyType, nullability.Create(property), depth)
                    : ExtensionFactory.Make(property.PropertyType, random));
            }
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!field.IsInitOnly)
            {
                field.SetValue(made, Member(field.FieldType, nullability.Create(field), depth));
            }
        }

        return made;
    }

    private static ConstructorInfo? Choose(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        return all.FirstOrDefault(static c => c.GetCustomAttribute<JsonConstructorAttribute>() is not null)
            ?? all.FirstOrDefault(static c => c.IsPublic && c.GetParameters().Length == 0)
            ?? all.Where(static c => c.IsPublic).MaxBy(static c => c.GetParameters().Length);
    }

    private object? Member(Type type, NullabilityInfo info, int depth)
    {
        // Below the depth, what may recurse ends: null where allowed, empty collections elsewhere.
        var nullable = info.WriteState != NullabilityState.NotNull;
        return depth <= 0 && nullable && !type.IsValueType && type != typeof(string) ? null : Make(type, depth - 1, nullable);
    }

    /// <summary>Whether items of a collection may be null is not known to reflection on the closed type: a few are.</summary>
    public object? Item(Type type, int depth) => depth <= 0 && !type.IsValueType && typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string)
        ? CollectionFactory.Empty(type, this, random)
        : Make(type, depth - 1);

    private sealed class NamedThing : Shapes.IAged
    {
        public string? Name { get; set; }

        public int Age { get; set; }
    }
}
