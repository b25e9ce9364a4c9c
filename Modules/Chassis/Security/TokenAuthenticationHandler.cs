using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Security;

/// <summary>The scheme has nothing to set: keys are the verifier's business.</summary>
internal sealed class TokenAuthenticationOptions : AuthenticationSchemeOptions;

/// <summary>
/// Takes the token from the header on paths of the API and from the cookie on pages, never the other way round: a browser sends the
/// cookie along with other sites' forms too, and pages have antiforgery tokens against that where the API has none.
/// </summary>
internal sealed class TokenAuthenticationHandler(
    IOptionsMonitor<TokenAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenVerifier verifier)
    : AuthenticationHandler<TokenAuthenticationOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    private bool keysMissing;

    private bool IsApi => Request.Path.StartsWithSegments("/api");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = IsApi ? FromHeader() : Request.Cookies[SessionCookie.Name];
        if (string.IsNullOrEmpty(token)) return AuthenticateResult.NoResult();

        var verification = await verifier.VerifyAsync(token, Context.RequestAborted);
        keysMissing = verification.KeysMissing;
        if (verification.Claims is not { } claims) return AuthenticateResult.Fail("The token is not valid.");

        var identity = new ClaimsIdentity(
            [new Claim(Principals.UsernameClaim, claims.Username)], Scheme.Name, Principals.UsernameClaim, roleType: null);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (keysMissing) return AnswerUnavailableAsync();
        if (IsApi) return AnswerUnauthorizedAsync();
        // Coming back repeats a GET at most: what a form wanted to do is asked for again by the person, not by us.
        var returnUrl = HttpMethods.IsGet(Request.Method) ? $"?returnUrl={UrlEncoder.Encode(Request.PathBase + Request.Path + Request.QueryString)}" : "";
        Response.Redirect($"{Request.PathBase}/login/{returnUrl}");
        return Task.CompletedTask;
    }

    private string? FromHeader()
    {
        var header = Request.Headers.Authorization;
        return header.Count == 1 && header[0]!.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[0]![Bearer.Length..].Trim() : null;
    }

    private Task AnswerUnauthorizedAsync()
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized,
            detail: "Log in at /api/login/ and send the token it answers in the Authorization header.").ExecuteAsync(Context);
    }

    // Neither good nor bad: without keys nobody can tell, and a 401 would make clients throw a good token away.
    private Task AnswerUnavailableAsync()
    {
        Response.SetRetryAfter(RetryAfter.Moment);
        if (IsApi) return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable,
            detail: "Tokens cannot be checked at the moment.").ExecuteAsync(Context);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
