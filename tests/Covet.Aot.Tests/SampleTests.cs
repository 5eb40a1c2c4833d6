using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Covet.Aot.Tests;

/// <summary>Every sample is published native without a warning; the two that need nothing else are used as a user would.</summary>
[Collection("samples")]
public sealed partial class SampleTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")).Select(d => Path.GetFileName(d)).Where(n => File.Exists(Path.Combine(Repository.Root, "samples", n, n + ".csproj"))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_is_published_native_without_a_warning(string sample) =>
        Assert.True(File.Exists(await NativePublish.BinaryAsync($"samples/{sample}", sample)));

    [Fact]
    public void Hello_is_shorter_than_15_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "samples", "Hello", "Program.cs")).Count(), 1, 14);

    [Fact]
    public async Task Hello_says_hello()
    {
        await using var process = await NativeProcess.StartAsync(await NativePublish.BinaryAsync("samples/Hello", "Hello"));
        using var client = new HttpClient { BaseAddress = process.BaseAddress };
        Assert.Equal("Hello, World!", await client.GetStringAsync("/hello/World"));
    }

    [Fact]
    public async Task Todo_keeps_what_it_is_told_over_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("covet-todo-").FullName;
        await WithTodo(data, async client =>
        {
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"one"}""")), 201, """{"id":1,"title":"one","due":null,"done":false}""");
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"two","due":"2026-01-31"}""")), 201, """{"id":2,"title":"two","due":"2026-01-31","done":false}""");
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"one"}""")), 409, null);
            await IsAsync(client.PutAsync("/todos/1", Json("""{"title":"one","done":true}""")), 200, """{"id":1,"title":"one","due":null,"done":true}""");
            await IsAsync(client.PutAsync("/todos/9", Json("""{"title":"nine"}""")), 404, null);
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"three"}""")), 201, null);
            await IsAsync(client.DeleteAsync("/todos/3"), 204, "");
            await IsAsync(client.DeleteAsync("/todos/3"), 404, null);
        });
        await WithTodo(data, async client =>
        {
            const string One = """{"id":1,"title":"one","due":null,"done":true}""";
            const string Two = """{"id":2,"title":"two","due":"2026-01-31","done":false}""";
            await IsAsync(client.GetAsync("/todos"), 200, $$"""{"items":[{{One}},{{Two}}],"total":2,"nextOffset":null}""");
            await IsAsync(client.GetAsync("/todos?limit=1"), 200, $$"""{"items":[{{One}}],"total":2,"nextOffset":1}""");
            await IsAsync(client.GetAsync("/todos?done=false&dueBefore=2026-02-01&search=TW"), 200, $$"""{"items":[{{Two}}],"total":1,"nextOffset":null}""");
            await IsAsync(client.GetAsync("/todos?limit=0&offset=x"), 400, null);
            await IsAsync(client.GetAsync("/todos/stream"), 200, $"[{One},{Two}]");
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"four"}""")), 201, """{"id":4,"title":"four","due":null,"done":false}""");
        });
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Todo_takes_a_file_and_gives_it_back()
    {
        var data = Directory.CreateTempSubdirectory("covet-todo-").FullName;
        await WithTodo(data, async client =>
        {
            await IsAsync(client.PostAsync("/todos", Json("""{"title":"one"}""")), 201, null);
            await IsAsync(client.GetAsync("/todos/1/attachment"), 404, null);
            using var form = new MultipartFormDataContent { { new StringContent("0123456789"), "file", "a.txt" } };
            await IsAsync(client.PutAsync("/todos/1/attachment", form), 200, """{"todo":1,"fileName":"a.txt","length":10}""");
            await IsAsync(client.GetAsync("/todos/1/attachment"), 200, "0123456789");
            using var part = new HttpRequestMessage(HttpMethod.Get, "/todos/1/attachment") { Headers = { Range = new RangeHeaderValue(2, 4) } };
            await IsAsync(client.SendAsync(part), 206, "234");
        });
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/api-docs/index.html")]
    public async Task Todos_pages_load_nothing_from_other_hosts(string page)
    {
        var data = Directory.CreateTempSubdirectory("covet-todo-").FullName;
        await WithTodo(data, async client =>
        {
            var html = await client.GetStringAsync(page);
            var addresses = LoadedAddress().Matches(html).Select(static match => match.Groups["address"].Value).ToList();
            Assert.NotEmpty(addresses);
            foreach (var address in addresses.Where(static address => !address.StartsWith("data:", StringComparison.Ordinal)))
            {
                // Relative to the page, and there.
                Assert.False(address.StartsWith("//", StringComparison.Ordinal) || Uri.TryCreate(address, UriKind.Absolute, out _), address);
                await IsAsync(client.GetAsync(new Uri(new Uri(client.BaseAddress!, page), address)), 200, null);
            }
        });
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_routes_command_prints_the_table_aligned_and_ends()
    {
        var hello = await Command.RunAsync(await NativePublish.BinaryAsync("samples/Hello", "Hello"), ["routes"], Repository.Root);
        Assert.Equal((0, "Method  Template       Handler\nGET     /hello/{name}  HelloHandler.Greet\n"), (hello.ExitCode, hello.Output.ReplaceLineEndings("\n")));

        // Each column begins where its head does, in every line.
        var todo = await Command.RunAsync(await NativePublish.BinaryAsync("samples/Todo", "Todo"), ["routes"], Repository.Root);
        Assert.Equal(0, todo.ExitCode);
        var lines = todo.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int[] columns = [lines[0].IndexOf("Template", StringComparison.Ordinal), lines[0].IndexOf("Handler", StringComparison.Ordinal)];
        Assert.True(lines.Length > 5);
        Assert.All(lines, line => Assert.All(columns, at => Assert.True(line[at - 1] == ' ' && line[at] != ' ', line)));
        Assert.Contains(lines, line => line.StartsWith("PUT ", StringComparison.Ordinal) && line.Contains(" /todos/{id:int}/attachment ", StringComparison.Ordinal));
    }

    [GeneratedRegex("""(?:src|href|action)\s*=\s*["']?(?<address>[^"'\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex LoadedAddress();

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task WithTodo(string data, Func<HttpClient, Task> use)
    {
        await using var process = await NativeProcess.StartAsync(await NativePublish.BinaryAsync("samples/Todo", "Todo"), "--data", data);
        using var client = new HttpClient { BaseAddress = process.BaseAddress };
        await use(client);
    }

    private static async Task IsAsync(Task<HttpResponseMessage> sending, int status, string? body)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status && (body is null || body == text), $"{(int)response.StatusCode} {text}");
    }
}
