using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Makes the validator once the options are complete.</summary>
internal sealed class JwtBearerPostConfigure : IPostConfigureOptions<CovetJwtBearerOptions>
{
    public void PostConfigure(string? name, CovetJwtBearerOptions options)
    {
        if (options.TimeProvider is { } clock)
        {
            options.Validation.TimeProvider = clock;
        }

        options.Validator = new JwtValidator(options.Validation);
    }
}
