namespace HttpApp.Validation;

/// <summary>Bodies with rules at three depths, rules that ask a service, and messages in the client's language.</summary>
[Handler("/shopping")]
public static class ShoppingHandler
{
    [Post("orders")]
    public static string Order(Order body) => $"{body.Number}: {body.Parcels.Sum(p => p.Items.Count)}";

    [Post("tree")]
    public static int Tree(Tree body)
    {
        var depth = 1;
        for (var at = body; at.Next is not null; at = at.Next)
        {
            depth++;
        }

        return depth;
    }

    [Post("items")]
    public static int Items(List<Item> items) => items.Count;

    [Post("orders/stream")]
    public static async Task<int> Stream(IAsyncEnumerable<Item> items)
    {
        var pieces = 0;
        await foreach (var item in items)
        {
            pieces += item.Pieces;
        }

        return pieces;
    }

    [Get("orders")]
    public static string Find([RegularExpression("^[A-Z]{2}-[0-9]+$")] string number, [Range(1, 5)] int? depth) => $"{number} {depth}";
}
