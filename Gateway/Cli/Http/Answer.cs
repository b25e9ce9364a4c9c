using System.Net;
using System.Text.Json;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Http;

/// <summary>What the gateway answered.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body, as it came.</param>
/// <param name="Version">The version in its ETag.</param>
/// <param name="From">Who answered.</param>
internal sealed record Answer(HttpStatusCode Status, string Body, long? Version, Target From)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public T Read<T>()
    {
        try
        {
            // A newer gateway may say more than this command line knows.
            return JsonSerializer.Deserialize<T>(Body, TrafficJson.Options) ?? throw Refusal.NoGateway(this);
        }
        catch (JsonException)
        {
            throw Refusal.NoGateway(this);
        }
    }

    /// <summary>Itself, unless it is a failure.</summary>
    /// <exception cref="CommandFailedException">It is one.</exception>
    public Answer OrFail() => IsSuccess ? this : throw Refusal.Of(this);
}
