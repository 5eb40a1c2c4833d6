namespace Covet.Analyzers.Tests;

/// <summary>A conflict of routes is shown at both.</summary>
public sealed class ConflictPlacesTests
{
    [Fact]
    public async Task A_conflict_names_both_handlers_and_leads_to_both_attributes()
    {
        const string Source = """
            [Handler("/items")] public sealed class A { [Get("{id}")] public string One(string id) => ""; }
            [Handler("/items")] public sealed class B { [Get("{name}")] public string ByName(string name) => ""; }
            """;
        var found = Assert.Single(await UserProject.Create(Source).AnalyzeAsync());
        Assert.Equal("Get(\"{name}\")", Text(found.Location));
        Assert.Equal("Get(\"{id}\")", Text(Assert.Single(found.AdditionalLocations)));
        Assert.Contains("(A.One and B.ByName)", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_with_a_library_names_the_library()
    {
        const string Source = """
            #if LIBRARY
            [Handler("/items")] public sealed class A { [Get] public string List() => ""; }
            #else
            [Handler("/items")] public sealed class B { [Get] public string Items() => ""; }
            #endif
            """;
        var found = Assert.Single(await UserProject.Create(Source).AnalyzeAsync());
        Assert.Empty(found.AdditionalLocations);
        Assert.Contains("A.List of the library Library", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Text(Location location) => location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}
