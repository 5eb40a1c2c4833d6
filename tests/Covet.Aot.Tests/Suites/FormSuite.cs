using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Covet.Aot.Tests;

public abstract class FormSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task Fields_bind_from_an_encoded_form() =>
        (await Post("fields", "name=Ann+B&age=3&tag=x&tag=y")).Is(200, "Ann B 3 x|y");

    [Fact]
    public async Task Fields_bind_from_a_multipart_form() =>
        (await SendAsync(HttpMethod.Post, "/form/fields", new MultipartFormDataContent { { new StringContent("Ann"), "name" }, { new StringContent("3"), "age" } }))
            .Is(200, "Ann 3 ");

    [Fact]
    public async Task All_errors_of_a_form_are_answered_at_once() => (await Post("fields", "age=x")).IsProblem(400, "name", "age");

    [Fact]
    public async Task The_rules_of_a_field_are_checked() => (await Post("checked", "name=too+long")).IsProblem(400, "name");

    [Fact]
    public async Task Of_what_is_no_form_no_field_is_said_to_be_wrong() => (await PostJsonAsync("/form/checked", "{}")).IsProblem(415, "");

    [Fact]
    public async Task An_object_binds_from_a_form() => (await Post("object", "name=Ann&age=3&colour=green&tags=a&tags=b")).Is(200, "Ann 3 Green a|b");

    [Fact]
    public async Task An_objects_optional_members_may_be_missing() => (await Post("object", "Name=Ann&Age=3")).Is(200, "Ann 3 - ");

    [Fact]
    public async Task A_file_binds_with_its_name_and_type()
    {
        using var form = new MultipartFormDataContent { { File("hello", "text/csv"), "file", "a b.csv" }, { new StringContent("n"), "note" } };
        (await SendAsync(HttpMethod.Post, "/form/file", form)).Is(200, "a b.csv text/csv hello n");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        using var form = new MultipartFormDataContent { { new StringContent("n"), "note" } };
        (await SendAsync(HttpMethod.Post, "/form/file", form)).IsProblem(400, "file");
    }

    [Fact]
    public async Task A_file_that_may_be_null_may_be_missing()
    {
        using var form = new MultipartFormDataContent { { new StringContent("n"), "note" } };
        (await SendAsync(HttpMethod.Post, "/form/file-or-null", form)).Is(200, "null");
    }

    [Fact]
    public async Task Several_files_bind_together()
    {
        using var form = new MultipartFormDataContent { { File("1", "text/plain"), "x", "1.txt" }, { File("2", "text/plain"), "y", "2.txt" } };
        (await SendAsync(HttpMethod.Post, "/form/files", form)).Is(200, "1.txt|2.txt");
    }

    [Fact]
    public async Task The_whole_form_binds() => (await Post("all", "a=1&b=2")).Is(200, "a=1|b=2");

    [Fact]
    public async Task A_body_that_is_no_form_is_415() => (await SendAsync(HttpMethod.Post, "/form/fields", Json("{}"))).IsProblem(415);

    [Fact]
    public async Task A_file_of_100_MB_never_stands_in_memory()
    {
        const long Size = 100L * 1024 * 1024;
        using var boundary = new MultipartFormDataContent { { new PatternContent(Size), "file", "large.bin" } };
        var before = await Allocated();
        (await SendAsync(HttpMethod.Post, "/form/large", boundary)).Is(200, $"{Size}");
        var allocated = await Allocated() - before;
        Assert.InRange(allocated, 0, Size / 4);
    }

    [Fact]
    public async Task A_raw_stream_of_25_MB_never_stands_in_memory()
    {
        const long Size = 25L * 1024 * 1024;
        var before = await Allocated();
        (await SendAsync(HttpMethod.Post, "/sources/stream", new PatternContent(Size))).Is(200, $"{Size}");
        Assert.InRange(await Allocated() - before, 0, Size / 4);
    }

    private static ByteArrayContent File(string text, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return content;
    }

    private async Task<long> Allocated() => (await GetAsync("/diagnostics/allocated")).Json.GetInt64();

    private Task<Reply> Post(string path, string form) =>
        SendAsync(HttpMethod.Post, "/form/" + path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

    /// <summary>A body of a given length that is made while it is sent.</summary>
    private sealed class PatternContent : HttpContent
    {
        private readonly long size;

        public PatternContent(long size)
        {
            this.size = size;
            Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            for (var left = size; left > 0; left -= block.Length)
            {
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }
}
