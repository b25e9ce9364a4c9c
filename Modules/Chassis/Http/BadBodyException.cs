using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Http;

/// <summary>The body of a request cannot be read. Its message and errors are written for the caller.</summary>
/// <param name="status">400, 413 or 415.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="errors">Messages by field, where it is certain fields.</param>
public sealed class BadBodyException(int status, string message, IDictionary<string, string[]>? errors = null)
    : BadHttpRequestException(message, status)
{
    /// <summary>Messages by field; empty when it is the whole body.</summary>
    public IDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();
}
