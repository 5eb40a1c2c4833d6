using System.Collections;

namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>A JSON array.</summary>
internal sealed class ApiArray : ApiNode, IEnumerable<ApiNode>
{
    private readonly List<ApiNode> items = [];

    public ApiArray()
    {
    }

    public ApiArray(IEnumerable<ApiNode> items) => this.items.AddRange(items);

    public int Count => items.Count;

    public ApiNode this[int index]
    {
        get => items[index];
        set => items[index] = value;
    }

    public void Add(ApiNode? item)
    {
        if (item is not null)
        {
            items.Add(item);
        }
    }

    public override ApiNode Clone() => new ApiArray(items.Select(item => item.Clone()));

    public IEnumerator<ApiNode> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
