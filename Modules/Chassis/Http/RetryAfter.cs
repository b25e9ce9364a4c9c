using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Http;

/// <summary>Tells a caller when to come back.</summary>
public static class RetryAfter
{
    /// <summary>After what is over in a moment: a restart, a full queue.</summary>
    public static TimeSpan Moment { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Sets <c>Retry-After</c>, in whole seconds and at least one.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="wait">How long to wait.</param>
    public static void SetRetryAfter(this HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
