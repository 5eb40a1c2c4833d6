using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HttpApp.Handlers;

/// <summary>Checks of a resource, inside of a method.</summary>
[Handler("/security/documents")]
[Authorize(AuthenticationSchemes = "Bearer")]
public sealed class DocumentHandler(IAuthorizationService authorization)
{
    [Get("{id}")]
    public async Task<Results<Ok<string>, ForbidHttpResult>> Read(int id, ClaimsPrincipal user)
    {
        var document = new Document(id, id % 2 == 0 ? "u1" : "u2");
        var allowed = await authorization.AuthorizeAsync(user, document, new OwnerRequirement());
        return allowed.Succeeded ? TypedResults.Ok("document " + document.Id) : TypedResults.Forbid(authenticationSchemes: ["Bearer"]);
    }

    [Get("{id}/tagged")]
    [ETag]
    public async Task<Results<Ok<string>, ForbidHttpResult>> Tagged(int id, ClaimsPrincipal user) => await Read(id, user);

    [Post("{id}/pay")]
    [Idempotent]
    public static string Pay(int id, ClaimsPrincipal user) => $"{user.FindFirst("sub")!.Value} {id}";
}
