using System.Net.Sockets;
using System.Text;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Http;

/// <summary>The gateway's API, as any program would use it.</summary>
internal sealed class GatewayClient : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);   // longer than a command of the gateway to its database
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(3);


    private readonly HttpClient client;

    public GatewayClient(Target target, TimeSpan? patience = null)
    {
        Target = target;
        // No redirect, which would take the key along; no proxy to this machine itself.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = LongestConnect, UseProxy = !target.Address.IsLoopback,
        };
        client = new(handler) { BaseAddress = new(target.Address, "admin/api/"), Timeout = patience ?? LongestAnswer };
        if (target.Key is { } key) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public Target Target { get; }

    /// <summary>Reads something.</summary>
    /// <exception cref="CommandFailedException">The gateway is away, or does not want to.</exception>
    public async Task<Answer> GetAsync(string path, CancellationToken cancellationToken) =>
        (await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken)).OrFail();

    /// <summary>The state, and the version that a change is based on.</summary>
    public async Task<(TrafficState State, long Version)> StateAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAsync("state", cancellationToken);
        return (answer.Read<TrafficState>(), answer.Version ?? throw Refusal.NoGateway(answer));
    }

    /// <summary>Asks for something to be done, whatever the answer.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, string? json, long? basedOn, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (basedOn is { } version) request.Headers.IfMatch.Add(new(ChangeAnswer.TagOf(version)));
        return SendAsync(request, cancellationToken);
    }

    /// <summary>Opens the stream of events.</summary>
    /// <exception cref="CommandFailedException">The gateway is away, or does not want to.</exception>
    public async Task<EventReader> ListenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "events") { Headers = { Accept = { new(EventReader.ContentType) } } };
        var response = await TryAsync(
            () => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken), client.Timeout, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == EventReader.ContentType) return new(this, response);
        using (response)
        {
            var answer = await AnswerAsync(response, cancellationToken);
            throw answer.IsSuccess ? Refusal.NoGateway(answer) : Refusal.Of(answer);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var response = await TryAsync(() => client.SendAsync(request, cancellationToken), client.Timeout, cancellationToken);
            return await AnswerAsync(response, cancellationToken);
        }
    }

    private async Task<Answer> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await TryAsync(() => response.Content.ReadAsStringAsync(cancellationToken), client.Timeout, cancellationToken);
        return new(response.StatusCode, body, ChangeAnswer.VersionOf(response.Headers.ETag?.Tag), Target);
    }

    /// <summary>Does something over the network, and says in a line why it did not work.</summary>
    internal async Task<T> TryAsync<T>(Func<Task<T>> talk, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await talk();
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw Refusal.Unreachable(Target, Words(problem));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal.Unreachable(Target, $"no answer within {patience.TotalSeconds:0} seconds");
        }
    }

    private static string Words(Exception problem) => problem.GetBaseException() is SocketException socket ? socket.Message : problem.Message;
}
