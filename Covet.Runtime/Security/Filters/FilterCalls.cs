using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>What the generated calls of filters share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FilterCalls
{
    /// <summary>The result of a method that returns a task alone.</summary>
    public static ValueTask<NoResult> Nothing(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsCompletedSuccessfully ? default : AwaitAsync(task);
    }

    /// <summary>The result of a method that returns a task alone.</summary>
    public static ValueTask<NoResult> Nothing(ValueTask task) => Nothing(task.IsCompletedSuccessfully ? Task.CompletedTask : task.AsTask());

    /// <summary>The end of a call that has nothing to write.</summary>
    public static Task EndAsync(ValueTask<NoResult> task) => task.IsCompletedSuccessfully ? Task.CompletedTask : task.AsTask();

    /// <summary>The result as an endpoint filter sees it; that of a method without one is an empty <see cref="IResult"/>, as in ASP.NET Core.</summary>
    public static ValueTask<object?> Box<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(Box(task.Result)) : AwaitAsync(task);

    /// <summary>Whether an endpoint filter gave the method's own result.</summary>
    public static bool Is<T>(object? result, [MaybeNullWhen(false)] out T value)
    {
        value = result is T own ? own : default;
        return result is T;
    }

    /// <summary>Writes what an endpoint filter answered in place of the method's result: an <see cref="IResult"/>, text, or JSON.</summary>
    /// <exception cref="NotSupportedException">The value has a type for which no JSON codec is generated.</exception>
    public static Task WriteAsync(HttpContext context, object? result)
    {
        ArgumentNullException.ThrowIfNull(context);

        // A filter that wrote the response itself has nothing to give.
        return result is null && context.Response.HasStarted ? Task.CompletedTask : AnyResult.WriteAsync(context, result);
    }

    private static object? Box<T>(T value) => typeof(T) == typeof(NoResult) ? Microsoft.AspNetCore.Http.Results.Empty : value;

    private static async ValueTask<NoResult> AwaitAsync(Task task)
    {
        await task;
        return default;
    }

    private static async ValueTask<object?> AwaitAsync<T>(ValueTask<T> task) => Box(await task);
}
