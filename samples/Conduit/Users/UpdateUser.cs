namespace Conduit.Users;

/// <summary>What to change about oneself; what is absent or null stays.</summary>
internal sealed record UpdateUser(
    [property: EmailAddress, StringLength(254)] string? Email,
    [property: StringLength(CovetPasswords.MaxLength, MinimumLength = 8), DataType(DataType.Password)] string? Password,
    [property: StringLength(64, MinimumLength = 1)] string? Username,
    [property: StringLength(10_000)] string? Bio,
    [property: StringLength(2_000)] string? Image)
{
    /// <summary>Whether nothing is to change, which the contract does not allow.</summary>
    public bool IsEmpty() => (Email ?? Password ?? Username ?? Bio ?? Image) is null;
}
