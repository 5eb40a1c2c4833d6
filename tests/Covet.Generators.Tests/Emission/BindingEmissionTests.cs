namespace Covet.Generators.Tests.Emission;

/// <summary>How parameters are bound, as it stands in the file of an endpoint.</summary>
public sealed class BindingEmissionTests
{
    [Fact]
    public void Query_parameters_of_every_shape_bind_in_a_line_each() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        [Flags] public enum Options { None, Cheap, Fast }
        public readonly record struct Sku(string Text) : IParsable<Sku>
        {
            public static Sku Parse(string s, IFormatProvider? provider) => new(s);
            public static bool TryParse(string? s, IFormatProvider? provider, out Sku result) { result = new(s ?? ""); return s is not null; }
        }
        public sealed class Page
        {
            public static bool TryParse(string? text, out Page? page) { page = new(); return text is not null; }
        }
        [Handler("/search")]
        public static class SearchHandler
        {
            [Get] public static string Find(string text, string? hint, int? limit, Sku sku, Page? page, DateOnly? day, Options options = Options.Cheap, string order = "\"name\"", params int[] ids) => text + hint + limit + sku + page + day + options + order + ids.Length;
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public void Special_types_and_services_are_handed_over() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        public sealed class Tenant { public static ValueTask<Tenant?> BindAsync(HttpContext context) => default; }
        public interface IStore;
        [Handler("/special")]
        public static class SpecialHandler
        {
            [Get] public static string All(HttpContext context, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellation, Tenant tenant, IStore store, [FromKeyedServices("fast")] IStore? fast) => $"{context}{response}{user}{cancellation}{tenant}{store}{fast}";
            [Put] public static Task Raw(Stream body) => body.CopyToAsync(Stream.Null);
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public void A_form_is_read_once_and_bound_member_by_member() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        public sealed class Upload
        {
            [Required, StringLength(20)] public string Title { get; set; } = "";
            public int[] Pages { get; set; } = [];
            public IFormFile? Cover { get; set; }
        }
        [Handler("/uploads")]
        public sealed class UploadHandler
        {
            [Post] public string Add([FromForm] Upload upload, IFormFileCollection files) => upload.Title + files.Count;
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public void Keywords_quotes_and_braces_are_only_text() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace @namespace.@class;
        [Handler("q\"uote/{{brace}}")]
        public sealed class @event
        {
            [Get("back\\slash/{else:regex(^\"*/[[\\d]]$)}")]
            public string @if(string @else, [FromQuery(Name = "a\"b\\\n")] string @int, [FromHeader(Name = "X-\u2028")] string? context = "*/ // {0}") => @else + @int + context;
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));
}
