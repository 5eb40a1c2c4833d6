namespace Covet;

/// <summary>The order of what stands around an endpoint, outermost first.</summary>
internal static class WrapperOrder
{
    public const int Lifecycle = -10;
    public const int Logging = 0;
    public const int Timing = 10;
    public const int ContentType = 15;
    public const int SizeLimit = 20;
    public const int Timeout = 30;
    public const int RateLimit = 40;
    public const int Concurrency = 50;
    public const int Antiforgery = 60;
    public const int Idempotency = 70;
    public const int ETag = 80;
}
