namespace Conduit.Errors;

/// <summary>What every refused request is told, in the contract's form.</summary>
/// <param name="Errors">What is wrong.</param>
internal sealed record ErrorModel(ErrorMessages Errors)
{
    public static ErrorModel Of(string message) => new(new ErrorMessages([message]));
}
