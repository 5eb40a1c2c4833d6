using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Covet.Internal;

/// <summary>Where a validation run stands: the errors so far and the validators still to run. Allocates nothing while all is valid.</summary>
/// <remarks>
/// Paths are built on the way up: a rule fails with the name of its member alone, and whoever called the validator of
/// that object puts the path in front. So a valid object pays two comparisons and no stack of names.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ValidationState(HttpContext? context)
{
    /// <summary>How many objects of recursive types may stand below each other; a JSON body cannot be deeper.</summary>
    public const int MaxDepth = 64;

    private List<PendingValidation>? pending;
    private VisitedObjects? visited;
    private MessageCulture? culture;
    private int depth;
    private bool tooDeep;

    /// <summary>The request, or null outside one.</summary>
    public HttpContext? Context { get; } = context;

    /// <summary>What is wrong so far; null while nothing is.</summary>
    public RequestErrors? Errors { get; set; }

    /// <summary>The present point, for <see cref="IsValidSince"/> and <see cref="Prefix"/>.</summary>
    public readonly ValidationMark Mark() => new(Errors?.Items.Count ?? 0, Errors?.Found ?? 0, pending?.Count ?? 0);

    /// <summary>Whether nothing was found wrong since a point.</summary>
    public readonly bool IsValidSince(ValidationMark mark) => (Errors?.Found ?? 0) == mark.Found;

    /// <summary>Adds an error with its message.</summary>
    public void Fail(string key, string code, string message)
    {
        var errors = Errors;
        RequestErrors.Add(ref errors, key, code, message);
        Errors = errors;
    }

    /// <summary>Adds an error, as <c>ValidationAttribute.FormatErrorMessage</c> says it.</summary>
    public void Fail(string key, string code, string format, string name) =>
        Fail(key, code, string.Format(CultureInfo.CurrentCulture, format, name));

    /// <summary>Adds an error, as <c>ValidationAttribute.FormatErrorMessage</c> says it.</summary>
    public void Fail(string key, string code, string format, string name, object? first) =>
        Fail(key, code, string.Format(CultureInfo.CurrentCulture, format, name, first));

    /// <summary>Adds an error, as <c>ValidationAttribute.FormatErrorMessage</c> says it.</summary>
    public void Fail(string key, string code, string format, string name, object? first, object? second) =>
        Fail(key, code, string.Format(CultureInfo.CurrentCulture, format, name, first, second));

    /// <summary>Adds what a user's rule found; its member names become keys.</summary>
    /// <typeparam name="T">The type whose members the result names.</typeparam>
    /// <typeparam name="TValidator">Knows the names on the wire.</typeparam>
    /// <param name="result">What was found; null is success.</param>
    /// <param name="key">The key where the result names no member.</param>
    /// <param name="code">The machine-readable code.</param>
    public void Report<T, TValidator>(ValidationResult? result, string key, string code)
        where TValidator : IModelValidator<T>
    {
        if (result is null)
        {
            return;
        }

        var message = string.IsNullOrEmpty(result.ErrorMessage) ? ProblemKinds.Invalid.Text : result.ErrorMessage;
        var named = false;
        foreach (var member in result.MemberNames)
        {
            named = true;
            Fail(MemberPath.ToWire<T, TValidator>(member), code, message);
        }

        if (!named)
        {
            Fail(key, code, message);
        }
    }

    /// <summary>Adds what a user's rule found; where it has no message, the attribute's own format is one.</summary>
    public void Report<T, TValidator>(ValidationResult? result, string key, string code, string format, string name)
        where TValidator : IModelValidator<T>
    {
        if (result is not null && string.IsNullOrEmpty(result.ErrorMessage))
        {
            result = new ValidationResult(string.Format(CultureInfo.CurrentCulture, format, name), result.MemberNames);
        }

        Report<T, TValidator>(result, key, code);
    }

    /// <summary>Adds what an object's own <c>Validate</c> found.</summary>
    public void Report<T, TValidator>(IEnumerable<ValidationResult?>? results)
        where TValidator : IModelValidator<T>
    {
        foreach (var result in results ?? [])
        {
            Report<T, TValidator>(result, "", RequestErrorCodes.Invalid);
        }
    }

    /// <summary>Puts the name of a member in front of what was found since a point.</summary>
    public readonly void Prefix(ValidationMark mark, string name)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (Errors is not null)
        {
            Errors.Prefix(mark.Errors, name);
        }

        for (var i = mark.Pending; i < (pending?.Count ?? 0); i++)
        {
            pending![i].Path = ErrorPath.Join(name, pending[i].Path);
        }
    }

    /// <summary>Whether anything was found or deferred since a point, so that it needs a path.</summary>
    public readonly bool HasNewsSince(ValidationMark mark) => !IsValidSince(mark) || (pending?.Count ?? 0) != mark.Pending;

    /// <summary>
    /// Goes into an object whose type can contain itself. False where it was there before in this run (a cycle, or two ways
    /// to one object), or where it is too deep, which is an error.
    /// </summary>
    public bool Enter(object value)
    {
        if (depth == MaxDepth)
        {
            if (!tooDeep)
            {
                tooDeep = true;
                Fail("", RequestErrorCodes.TooDeep, ProblemKinds.TooDeep.Text);
            }

            return false;
        }

        visited ??= VisitedObjects.Rent();
        if (!visited.Add(value))
        {
            return false;
        }

        depth++;
        return true;
    }

    /// <summary>Leaves an object that <see cref="Enter"/> went into.</summary>
    public void Exit() => depth--;

    /// <summary>Remembers to run the validators that services have for the type; nothing where there are none.</summary>
    public void Defer<T, TValidator>(T value)
        where TValidator : IModelValidator<T>
    {
        if (Context is not null && RegisteredValidators<T>.Exist(Context))
        {
            pending ??= [];
            pending.Add(new PendingValidation<T, TValidator>(value));
        }
    }

    /// <summary>Speaks the client's language from here on: called before messages of resources and of users' rules are made.</summary>
    public void Localize()
    {
        if (culture is null && Context is not null)
        {
            culture = MessageCulture.Enter(Context);
        }
    }

    /// <summary>The context that a user's rule is called with.</summary>
    /// <param name="instance">The object that has the member.</param>
    /// <param name="memberName">The member's C# name; null for the object itself.</param>
    /// <param name="displayName">The name in messages.</param>
    public readonly ValidationContext CreateContext(object instance, string? memberName, string displayName) =>
        ValidationContexts.Create(instance, memberName, displayName, Context?.RequestServices);

    /// <summary>Whether a key has an error already, so that its value is no more than a stand-in.</summary>
    public readonly bool HasErrorOf(string key)
    {
        foreach (var error in Errors?.Items ?? [])
        {
            if (error.Key == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends a run that has no validators to wait for: what is wrong, or null.</summary>
    public readonly RequestErrors? End()
    {
        Finish();
        return Errors;
    }

    /// <summary>Ends the run: what is still to run, or null.</summary>
    internal readonly List<PendingValidation>? Finish()
    {
        visited?.Return();
        culture?.Leave();
        return pending;
    }
}
