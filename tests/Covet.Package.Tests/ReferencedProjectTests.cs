using System.Text.Json.Nodes;

namespace Covet.Package.Tests;

/// <summary>An application of three projects: handlers in a library, types in another that knows nothing of Covet.</summary>
public sealed class ReferencedProjectTests(PackedCovet package)
{
    private const string Order = """
        namespace Contracts;

        /// <summary>An order.</summary>
        /// <param name="Number">Its number.</param>
        public sealed record Order(int Number)
        {
            /// <summary>What the customer said.</summary>
            public string? Note { get; init; }
        }
        """;

    private const string Handler = """
        using Contracts;
        namespace Orders;

        /// <summary>The orders of the shop.</summary>
        [Handler("/orders")]
        public static class OrderHandler
        {
            /// <summary>Finds an order.</summary>
            /// <param name="number">The number to look for.</param>
            /// <response code="404">There is none of that number.</response>
            [Get("{number:int}")]
            public static Order? Find(int number) => number == 1 ? new Order(1) : null;
        }
        """;

    private const string Program = """
        var builder = CovetApp.CreateBuilder(args);
        builder.Services.AddCovet();
        var app = builder.Build();
        app.MapCovet();
        app.Run();
        """;

    [Fact]
    public async Task Comments_of_other_projects_are_in_the_document_without_a_setting()
    {
        var folder = UserFolder.Create(package, "referenced-projects");
        await folder.RunAsync("", "new", "classlib", "-n", "Contracts", "--no-restore");
        await folder.RunAsync("", "new", "classlib", "-n", "Orders", "--no-restore");
        await folder.RunAsync("", "new", "web", "-n", "Shop", "--no-restore");
        File.Delete(folder.Combine("Contracts", "Class1.cs"));
        File.Delete(folder.Combine("Orders", "Class1.cs"));
        Write("Contracts/Order.cs", Order);
        Write("Orders/OrderHandler.cs", Handler);
        Write("Shop/Program.cs", Program);
        await folder.RunAsync("Orders", "add", "reference", "../Contracts/Contracts.csproj");
        await folder.RunAsync("Shop", "add", "reference", "../Orders/Orders.csproj");
        await folder.RunAsync("Orders", "add", "package", "Covet", "--version", package.Version);
        await folder.RunAsync("Shop", "add", "package", "Covet", "--version", package.Version);
        FreshProject.NoWarning(await folder.RunAsync("Shop", "build", "--nologo"));

        var document = JsonNode.Parse(await File.ReadAllTextAsync(folder.Combine("Shop", "openapi", "v1.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal("The orders of the shop.", (string?)document["tags"]![0]!["description"]);
        var find = document["paths"]!["/orders/{number}"]!["get"]!;
        Assert.Equal("Finds an order.", (string?)find["summary"]);
        Assert.Equal("The number to look for.", (string?)find["parameters"]![0]!["description"]);
        Assert.Equal("There is none of that number.", (string?)find["responses"]!["404"]!["description"]);
        var order = document["components"]!["schemas"]!["Order"]!;
        Assert.Equal("An order.", (string?)order["description"]);
        Assert.Equal("Its number.", (string?)order["properties"]!["number"]!["description"]);
        Assert.Equal("What the customer said.", (string?)order["properties"]!["note"]!["description"]);

        // An edit of a comment alone, which leaves the library's own interface as it was, is in the next build.
        Write("Contracts/Order.cs", Order.Replace("An order.", "An order of the shop.", StringComparison.Ordinal));
        FreshProject.NoWarning(await folder.RunAsync("Shop", "build", "--nologo"));
        Assert.Contains("An order of the shop.", await File.ReadAllTextAsync(folder.Combine("Shop", "openapi", "v1.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        void Write(string path, string text) => File.WriteAllText(folder.Combine(path.Split('/')), text);
    }
}
