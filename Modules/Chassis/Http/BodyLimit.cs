using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// Refuses bodies of more than 64 KB with 413. Kestrel's own limit is far above: it would cut the connection while the client is
/// still sending, and the client would see a broken pipe instead of the answer.
/// </summary>
public sealed class BodyLimit(RequestDelegate next)
{
    // The largest thing anyone sends is a form with 250 code points in it; everything above is a mistake or an attack.
    private const int Largest = 64 * 1024;

    internal const string Refusal = "The body is too large: at most 64 KB.";

    /// <summary>Refuses a body that says that it is too large, and lets no other become so.</summary>
    /// <param name="context">The request.</param>
    /// <returns>When the rest of the pipeline is done.</returns>
    /// <exception cref="BadBodyException">It is too large: 413.</exception>
    public Task InvokeAsync(HttpContext context) =>
        Allows(context) ? next(context) : throw new BadBodyException(StatusCodes.Status413PayloadTooLarge, Refusal);

    /// <summary>Tells whether the body may be as long as it says; one that does not say is cut off at the limit.</summary>
    /// <param name="context">The request.</param>
    /// <returns>False when it is to be refused.</returns>
    public static bool Allows(HttpContext context)
    {
        if (context.Request.ContentLength is { } length) return length <= Largest;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Largest;
        return true;
    }
}
