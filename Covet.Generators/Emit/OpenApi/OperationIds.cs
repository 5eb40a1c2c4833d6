using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// Operation ids: the method's name, and for every operation after the first of that name also its route. An id of
/// the user's own goes first.
/// </summary>
internal sealed class OperationIds
{
    private readonly Dictionary<ApiObject, string> ids = [];

    public OperationIds(IReadOnlyList<ApiObject> operations)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // The shortest path keeps the plain name, so that a route added below it does not take it away.
        foreach (var operation in operations.OrderBy(o => o.Text("path")!.Length).ThenBy(o => o.Text("path"), StringComparer.Ordinal))
        {
            var id = operation.Text("id")!;
            if (!taken.Add(id))
            {
                id += "_" + operation.Text("distinction");
                for (var number = 2; !taken.Add(id); number++)
                {
                    id = operation.Text("id") + "_" + operation.Text("distinction") + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            ids[operation] = id;
        }
    }

    public string Of(ApiObject operation) => ids[operation];
}
