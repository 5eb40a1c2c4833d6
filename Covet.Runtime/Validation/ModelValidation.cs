using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Covet.Internal;

/// <summary>Runs generated validators: over a root, a member, the items of a collection, the values of a dictionary.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelValidation
{
    /// <summary>Checks an argument of an endpoint: its attributes at once, then the validators that services have.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">The argument; null is valid, as whether it may be missing is binding's question.</param>
    /// <param name="key">Stands in front of the paths of errors; empty for a body.</param>
    /// <param name="errors">What is wrong with the request already, or null.</param>
    /// <returns>All that is wrong, or null. Completes at once where services have no validators.</returns>
    public static ValueTask<RequestErrors?> RunAsync<T, TValidator>(HttpContext context, T? value, string key, RequestErrors? errors)
        where TValidator : IModelValidator<T>
    {
        var state = new ValidationState(context) { Errors = errors };
        Member<T, TValidator>(value, key, ref state);
        return state.Finish() is { } pending ? RunAsync(context, pending, state.Errors) : new ValueTask<RequestErrors?>(state.Errors);
    }

    /// <summary>Checks the items of a streamed body, each as it arrives.</summary>
    /// <exception cref="BadHttpRequestException">An item is not valid; the handler's enumeration ends there.</exception>
    public static async IAsyncEnumerable<T> Stream<T, TValidator>(HttpContext context, IAsyncEnumerable<T> items, int validationStatusCode)
        where TValidator : IModelValidator<T>
    {
        var index = 0;
        await foreach (var item in items)
        {
            if (await RunAsync<T, TValidator>(context, item, ErrorPath.Index(index++), null) is { } errors)
            {
                throw new InvalidItemException(errors, validationStatusCode);
            }

            yield return item;
        }
    }

    /// <summary>Checks an object by its attributes alone.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static RequestErrors? Run<T, TValidator>(T value)
        where TValidator : IModelValidator<T>
    {
        var state = new ValidationState(null);
        Member<T, TValidator>(value, "", ref state);
        state.Finish();
        return state.Errors;
    }

    /// <summary>Checks a member's value and what is below it.</summary>
    public static void Member<T, TValidator>(T? value, string key, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        if (value is null)
        {
            return;
        }

        var mark = state.Mark();
        TValidator.Validate(value, ref state);
        if (state.HasNewsSince(mark))
        {
            state.Prefix(mark, key);
        }
    }

    /// <summary>Checks the items of a collection.</summary>
    public static void Items<T, TValidator>(IEnumerable<T>? items, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        switch (items)
        {
            case null:
                break;
            case T[] array:
                Items<T, TValidator>(new ReadOnlySpan<T>(array), ref state);
                break;
            case List<T> list:
                Items<T, TValidator>(CollectionsMarshal.AsSpan(list), ref state);
                break;
            case IReadOnlyList<T> list:
                for (var i = 0; i < list.Count; i++)
                {
                    Item<T, TValidator>(list[i], i, ref state);
                }

                break;
            default:
                var index = 0;
                foreach (var item in items)
                {
                    Item<T, TValidator>(item, index++, ref state);
                }

                break;
        }
    }

    /// <summary>Checks the items of an immutable array, which may be default.</summary>
    public static void Items<T, TValidator>(ImmutableArray<T> items, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        if (!items.IsDefault)
        {
            Items<T, TValidator>(items.AsSpan(), ref state);
        }
    }

    /// <summary>Checks the values of a dictionary.</summary>
    public static void Values<TKey, T, TValidator>(IEnumerable<KeyValuePair<TKey, T>>? pairs, ref ValidationState state)
        where TKey : notnull
        where TValidator : IModelValidator<T>
    {
        switch (pairs)
        {
            case null:
                break;
            case Dictionary<TKey, T> dictionary:
                // Its own enumerator is a struct; that of the interface would be boxed.
                foreach (var pair in dictionary)
                {
                    Value<TKey, T, TValidator>(pair, ref state);
                }

                break;
            default:
                foreach (var pair in pairs)
                {
                    Value<TKey, T, TValidator>(pair, ref state);
                }

                break;
        }
    }

    private static void Items<T, TValidator>(ReadOnlySpan<T> items, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        for (var i = 0; i < items.Length; i++)
        {
            Item<T, TValidator>(items[i], i, ref state);
        }
    }

    private static void Item<T, TValidator>(T item, int index, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        if (item is null)
        {
            return;
        }

        var mark = state.Mark();
        TValidator.Validate(item, ref state);
        if (state.HasNewsSince(mark))
        {
            state.Prefix(mark, ErrorPath.Index(index));
        }
    }

    private static void Value<TKey, T, TValidator>(KeyValuePair<TKey, T> pair, ref ValidationState state)
        where TValidator : IModelValidator<T>
    {
        if (pair.Value is null)
        {
            return;
        }

        var mark = state.Mark();
        TValidator.Validate(pair.Value, ref state);
        if (state.HasNewsSince(mark))
        {
            state.Prefix(mark, ErrorPath.Key(string.Create(CultureInfo.InvariantCulture, $"{pair.Key}")));
        }
    }

    private static async ValueTask<RequestErrors?> RunAsync(HttpContext context, List<PendingValidation> pending, RequestErrors? errors)
    {
        // What this method sets flows into the validators and ends with it.
        MessageCulture.Enter(context);
        var found = errors ?? new RequestErrors();
        foreach (var validation in pending)
        {
            await validation.RunAsync(context, found);
        }

        return found.Items.Count == 0 ? null : found;
    }
}
