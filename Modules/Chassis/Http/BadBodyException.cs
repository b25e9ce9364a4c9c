using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Http;

/// <summary>The body of a request cannot be read. Its message and errors are written for the caller.</summary>
internal sealed class BadBodyException(int status, string message, IDictionary<string, string[]>? errors = null)
    : BadHttpRequestException(message, status)
{
    public IDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();
}
