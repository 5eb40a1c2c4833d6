namespace HttpApp.Validation;

/// <summary>A rule of a nested type.</summary>
[Singleton<IValidator<Parcel>>]
public sealed class ParcelRules : IValidator<Parcel>
{
    public void Validate(Parcel value, ValidationErrors errors)
    {
        if (value.Items.Sum(i => i.Pieces) > 100)
        {
            errors.Add(nameof(Parcel.Items), "A parcel holds 100 pieces.", "too_heavy");
        }
    }
}
