using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// Refuses bodies of more than 64 KB with 413. Kestrel's own limit is far above: it would cut the connection while the client is
/// still sending, and the client would see a broken pipe instead of the answer.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    // The largest thing anyone sends is a form with 250 code points in it; everything above is a mistake or an attack.
    private const int Largest = 64 * 1024;

    public const string Refusal = "The body is too large: at most 64 KB.";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Largest)
            throw new BadBodyException(StatusCodes.Status413PayloadTooLarge, Refusal);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Largest;
        return next(context);
    }
}
