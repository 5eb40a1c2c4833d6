namespace Conduit.Profiles;

internal sealed record ProfileResponse(ProfileModel Profile);
