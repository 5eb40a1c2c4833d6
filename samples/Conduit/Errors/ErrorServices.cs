namespace Conduit.Errors;

internal static class ErrorServices
{
    public static void AddConduitErrors(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ContractErrors>();
        services.AddExceptionHandler<StoreFaults>();
        services.AddProblemDetails();
    }
}
