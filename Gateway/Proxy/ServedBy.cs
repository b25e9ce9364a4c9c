using System.Globalization;
using MyThoughts.Chassis.Diagnostics;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Which side answered, why, and by which version of the state, for clients that are to know: in Development, and where asked for.</summary>
internal sealed record ServedBy(string Side, long Version)
{
    public const string SideHeader = "X-Served-By";
    public const string ReasonHeader = "X-Served-Because";
    public const string VersionHeader = "X-Traffic-Version";

    private readonly string version = Version.ToString(CultureInfo.InvariantCulture);

    public void Tell(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[SideHeader] = Side;
        headers[VersionHeader] = version;
        if (RequestSide.Of(context) is { } side) headers[ReasonHeader] = side.Reason;
    }
}
