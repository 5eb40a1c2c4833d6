using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>The types of <c>Microsoft.AspNetCore.Http.HttpResults</c>: their status, content and the form in which they are written.</summary>
internal static class ResultTable
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    private static readonly Dictionary<(string Name, int Arity), ResultRow> Rows = new()
    {
        [("Ok", 0)] = new(200, null, ResultForm.Status),
        [("Ok", 1)] = new(200, Json, ResultForm.Value),
        [("Created", 0)] = new(201, null, ResultForm.Located),
        [("Created", 1)] = new(201, Json, ResultForm.LocatedValue),
        [("CreatedAtRoute", 0)] = new(201, null, ResultForm.Routed),
        [("CreatedAtRoute", 1)] = new(201, Json, ResultForm.RoutedValue),
        [("Accepted", 0)] = new(202, null, ResultForm.Located),
        [("Accepted", 1)] = new(202, Json, ResultForm.LocatedValue),
        [("AcceptedAtRoute", 0)] = new(202, null, ResultForm.Routed),
        [("AcceptedAtRoute", 1)] = new(202, Json, ResultForm.RoutedValue),
        [("NoContent", 0)] = new(204, null, ResultForm.Status),
        [("NotFound", 0)] = new(404, null, ResultForm.Status),
        [("NotFound", 1)] = new(404, Json, ResultForm.Value),
        [("BadRequest", 0)] = new(400, null, ResultForm.Status),
        [("BadRequest", 1)] = new(400, Json, ResultForm.Value),
        [("Conflict", 0)] = new(409, null, ResultForm.Status),
        [("Conflict", 1)] = new(409, Json, ResultForm.Value),
        [("UnprocessableEntity", 0)] = new(422, null, ResultForm.Status),
        [("UnprocessableEntity", 1)] = new(422, Json, ResultForm.Value),
        [("InternalServerError", 0)] = new(500, null, ResultForm.Status),
        [("InternalServerError", 1)] = new(500, Json, ResultForm.Value),
        [("JsonHttpResult", 1)] = new(0, Json, ResultForm.JsonValue),
        [("UnauthorizedHttpResult", 0)] = new(401, null, ResultForm.Status),
        [("ProblemHttpResult", 0)] = new(0, ProblemJson, ResultForm.Problem),
        [("ValidationProblem", 0)] = new(400, ProblemJson, ResultForm.ValidationProblem),
        [("StatusCodeHttpResult", 0)] = new(0, null, ResultForm.Other),
        [("EmptyHttpResult", 0)] = new(200, null, ResultForm.Other),
        [("ContentHttpResult", 0)] = new(200, "text/plain", ResultForm.Other),
        [("Utf8ContentHttpResult", 0)] = new(200, "text/plain", ResultForm.Other),
        [("FileContentHttpResult", 0)] = new(200, "application/octet-stream", ResultForm.Other),
        [("FileStreamHttpResult", 0)] = new(200, "application/octet-stream", ResultForm.Other),
        [("PhysicalFileHttpResult", 0)] = new(200, "application/octet-stream", ResultForm.Other),
        [("VirtualFileHttpResult", 0)] = new(200, "application/octet-stream", ResultForm.Other),
        [("PushStreamHttpResult", 0)] = new(200, "application/octet-stream", ResultForm.Other),
        [("RedirectHttpResult", 0)] = new(302, null, ResultForm.Other),
        [("RedirectToRouteHttpResult", 0)] = new(302, null, ResultForm.Other),
        [("ForbidHttpResult", 0)] = new(403, null, ResultForm.Other),
        [("ChallengeHttpResult", 0)] = new(401, null, ResultForm.Other),
        [("SignInHttpResult", 0)] = new(200, null, ResultForm.Other),
        [("SignOutHttpResult", 0)] = new(200, null, ResultForm.Other),
        [("ServerSentEventsResult", 1)] = new(200, "text/event-stream", ResultForm.Other),
    };

    public static ResultRow? Find(string name, int arity) => Rows.TryGetValue((name, arity), out var row) ? row : null;
}
