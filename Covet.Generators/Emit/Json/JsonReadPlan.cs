using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>How an object is read: which members, which of them are counted, and whether before or after construction.</summary>
internal sealed class JsonReadPlan
{
    public const int Ignored = -2;

    public JsonReadPlan(JsonTypeSpec type)
    {
        Type = type;
        IsLate = type.Constructor!.Parameters.Count > 0
            || type.Members.Any(member => member.CanRead && (member.Setter == JsonAccess.Initializer || (member.Setter == JsonAccess.With && !type.Type.IsValueType)));
        var bit = 0;
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            if (member.IsExtensionData)
            {
                Extension = (member, i);
                continue;
            }

            if (!member.CanRead)
            {
                continue;
            }

            var isReference = !member.Type.IsValueType;
            var mustNotStayNull = isReference && !member.Nullable && !member.MayStayNull && !member.Required && member.ConstructorParameter < 0 && member.Getter == JsonAccess.Direct
                && member.Setter is not (JsonAccess.None or JsonAccess.Initializer) && type.Options.RespectNullableAnnotations;
            var isCounted = member.Required || mustNotStayNull || !type.Options.AllowDuplicateProperties
                || (IsLate && member.ConstructorParameter < 0 && member.Setter is not (JsonAccess.Initializer or JsonAccess.None));
            read.Add(new JsonReadItem(member, i, isCounted ? bit++ : -1, mustNotStayNull));
        }

        SeenWords = (bit + 63) / 64;
        Names = [.. AllNames()];
    }

    private readonly List<JsonReadItem> read = [];

    public JsonTypeSpec Type { get; }

    public IReadOnlyList<JsonReadItem> Read => read;

    /// <summary>Whether members are gathered before the object is constructed.</summary>
    public bool IsLate { get; }

    public int SeenWords { get; }

    /// <summary>Whether the object may follow a discriminator, so that names of metadata are refused in it.</summary>
    public bool IsTagged => Type.IsPolymorphicTarget || Type.Polymorphism is not null;

    public (JsonMemberSpec Member, int Index)? Extension { get; }

    /// <summary>Whether some names are known only to be passed over.</summary>
    public bool HasIgnored => Names.Any(name => name.Number == Ignored);

    /// <summary>All names of the input that mean something, with their numbers.</summary>
    public IReadOnlyList<(string Name, int Number)> Names { get; }

    public string IsSeen(JsonReadItem item) => "(seen" + (item.Bit / 64) + " & " + Mask(1UL << (item.Bit % 64)) + ") != 0";

    public string See(JsonReadItem item) => "seen" + (item.Bit / 64) + " |= " + Mask(1UL << (item.Bit % 64)) + ";";

    public static string Mask(ulong mask) => "0x" + mask.ToString("X", CultureInfo.InvariantCulture) + "UL";

    private IEnumerable<(string Name, int Number)> AllNames()
    {
        foreach (var item in read)
        {
            yield return (item.Member.JsonName, item.Index);
        }

        // Names that are passed over matter only where unknown ones are not.
        if (Extension is null && !Type.DisallowUnmapped)
        {
            yield break;
        }

        foreach (var name in Type.IgnoredNames.Concat(Type.Members.Where(member => member is { CanRead: false, IsExtensionData: false }).Select(member => member.JsonName)).Distinct())
        {
            yield return (name, Ignored);
        }
    }
}
