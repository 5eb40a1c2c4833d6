// The contract answers every request that it refuses for its content with 422.
[assembly: CovetOptions(ValidationStatusCode = 422)]
[assembly: ApiDocument("v1", Title = "Conduit", Description = "The RealWorld API: a blog platform.")]
[assembly: ApiSecurityScheme("Token", "apiKey", In = "header", ParameterName = "Authorization", Description = "`Token`, a space, and the token that registering or logging in gave.")]
