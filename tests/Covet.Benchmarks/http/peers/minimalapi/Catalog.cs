namespace MinimalApiPeer;

internal static class Catalog
{
    public static Product[] Products()
    {
        var products = new Product[60];
        for (var i = 1; i <= products.Length; i++)
        {
            products[i - 1] = new Product(
                i,
                "Product " + i,
                "A sturdy thing of many uses, number " + i + ", made to last.",
                i * 1.25,
                i % 3 != 0,
                new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc).AddSeconds(i - 1),
                ["tools", "new"]);
        }

        return products;
    }
}
