using System.Collections;

namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>A JSON object that keeps the order of its members. A member that is set to null is left out.</summary>
internal sealed class ApiObject : ApiNode, IEnumerable<KeyValuePair<string, ApiNode>>
{
    private readonly List<KeyValuePair<string, ApiNode>> members = [];
    private Dictionary<string, int>? index;

    public int Count => members.Count;

    public ApiNode? this[string name]
    {
        get => Find(name) is var at && at >= 0 ? members[at].Value : null;
        set => Set(name, value);
    }

    public void Add(string name, ApiNode? value) => Set(name, value);

    public void Remove(string name)
    {
        if (Find(name) is var at && at >= 0)
        {
            members.RemoveAt(at);
            index = null;
        }
    }

    public bool Has(string name) => Find(name) >= 0;

    public string? Text(string name) => (this[name] as ApiValue)?.Text;

    public ApiObject? Object(string name) => this[name] as ApiObject;

    public ApiArray? Array(string name) => this[name] as ApiArray;

    /// <summary>The member of that name, which is added as an empty object where it is missing.</summary>
    public ApiObject GetOrAdd(string name)
    {
        if (this[name] is not ApiObject value)
        {
            this[name] = value = new ApiObject();
        }

        return value;
    }

    /// <summary>Sets every member of another object.</summary>
    public ApiObject Merge(ApiObject other)
    {
        foreach (var member in other)
        {
            Set(member.Key, member.Value);
        }

        return this;
    }

    public override ApiNode Clone()
    {
        var copy = new ApiObject();
        foreach (var member in members)
        {
            copy.Add(member.Key, member.Value.Clone());
        }

        return copy;
    }

    public IEnumerator<KeyValuePair<string, ApiNode>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string name, ApiNode? value)
    {
        if (value is null)
        {
            return;
        }

        var member = new KeyValuePair<string, ApiNode>(name, value);
        if (Find(name) is var at && at >= 0)
        {
            members[at] = member;
            return;
        }

        members.Add(member);
        if (index is not null)
        {
            index[name] = members.Count - 1;
        }
    }

    private int Find(string name)
    {
        // Most objects have a handful of members; paths and schemas can have thousands.
        if (members.Count < 12)
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (members[i].Key == name)
                {
                    return i;
                }
            }

            return -1;
        }

        if (index is null)
        {
            // Whole before others see it: trees of fragments are read by several drivers of an editor at once.
            var made = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < members.Count; i++)
            {
                made[members[i].Key] = i;
            }

            index = made;
        }

        return index.TryGetValue(name, out var found) ? found : -1;
    }
}
