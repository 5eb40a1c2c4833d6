using System.Text;
using Covet.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Errors;

public sealed class UserProblemWriterTests
{
    [Fact]
    public async Task An_applications_own_problem_writer_answers_with_all_messages_of_a_key_in_order()
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "a", "code", "First.");
        RequestErrors.Add(ref errors, "b", "code", "Second.");
        RequestErrors.Add(ref errors, "a", "code", "Third.");

        var (status, body) = await WriteAsync(services => services.AddSingleton<IProblemDetailsWriter>(new Writer(true)), context => Problem.WriteAsync(context, errors, 422));

        Assert.Equal(422, status);
        Assert.Equal("422 a=First.,Third.;b=Second.", body);
    }

    [Fact]
    public async Task It_answers_for_statuses_without_errors_too()
    {
        var (status, body) = await WriteAsync(services => services.AddSingleton<IProblemDetailsWriter>(new Writer(true)), context => Problem.WriteAsync(context, 401, "No token."));

        Assert.Equal(401, status);
        Assert.Equal("401 No token.", body);
    }

    [Fact]
    public async Task A_writer_that_declines_leaves_the_answer_to_Covet()
    {
        var (_, body) = await WriteAsync(services => services.AddSingleton<IProblemDetailsWriter>(new Writer(false)), context => Problem.WriteAsync(context, 401, "No token."));

        Assert.Contains("\"detail\":\"No token.\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_writer_of_AddProblemDetails_does_not_replace_Covets()
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "a", "code", "First.");

        var (_, body) = await WriteAsync(services => services.AddProblemDetails(), context => Problem.WriteAsync(context, errors, 400));

        Assert.Contains("\"codes\":{\"a\":[\"code\"]}", body, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body)> WriteAsync(Action<IServiceCollection> configure, Func<HttpContext, Task> write)
    {
        var services = new ServiceCollection();
        services.AddOptions();
        configure(services);
        using var provider = services.BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Response.Body = body;
        await write(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }

    private sealed class Writer(bool takes) : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => takes;

        public async ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var text = context.ProblemDetails is HttpValidationProblemDetails validation
                ? string.Join(';', validation.Errors.Select(field => $"{field.Key}={string.Join(',', field.Value)}"))
                : context.ProblemDetails.Detail;
            await context.HttpContext.Response.WriteAsync($"{context.ProblemDetails.Status} {text}");
        }
    }
}
