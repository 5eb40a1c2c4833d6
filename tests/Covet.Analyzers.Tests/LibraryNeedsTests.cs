using System.Globalization;

namespace Covet.Analyzers.Tests;

/// <summary>What a library's handlers and services need, the application must register: it is told where it is compiled.</summary>
public sealed class LibraryNeedsTests
{
    private const string Source = """
        #if LIBRARY
        public interface IClock;
        [Handler("/library")] public sealed class LibraryHandler(IClock clock) { [Get] public string Time() => clock.ToString()!; }
        #else
        {0}
        [Handler] public sealed class H { [Get("items")] public string List() => ""; }
        #endif
        """;

    [Fact]
    public async Task A_librarys_handler_whose_service_nothing_registers_is_told_in_the_application()
    {
        var found = Assert.Single(await AnalyzeAsync(""));
        Assert.Equal("CVT0320", found.Id);
        Assert.Equal(Location.None, found.Location);
        Assert.StartsWith("'LibraryHandler of the library Library' needs 'IClock', which nothing registers; ", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Singleton<IClock>] public sealed class Clock : IClock;")]
    [InlineData("[assembly: RegisteredElsewhere(typeof(IClock))]")]
    public async Task One_that_is_registered_is_not(string registration) => Assert.Empty(await AnalyzeAsync(registration));

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string registration) =>
        await UserProject.Create(Source.Replace("{0}", registration, StringComparison.Ordinal)).AnalyzeAsync();
}
