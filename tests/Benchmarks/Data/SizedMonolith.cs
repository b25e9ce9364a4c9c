using System.Text.Json;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Data;

/// <summary>The monolith over data of a size, with a reader who is logged in.</summary>
internal sealed class SizedMonolith : IAsyncDisposable
{
    private readonly Scope scope;

    private SizedMonolith(Scope scope, SizedData data, HostProcess host, Reader reader, int postgres, long newest) =>
        (this.scope, Data, Host, Reader, Postgres, Newest) = (scope, data, host, reader, postgres, newest);

    public SizedData Data { get; }

    public HostProcess Host { get; }

    public Reader Reader { get; }

    /// <summary>PostgreSQL's process.</summary>
    public int Postgres { get; }

    /// <summary>The reader's newest thought.</summary>
    public long Newest { get; }

    public static async Task<SizedMonolith> StartAsync(Workbench bench, int thoughts, CancellationToken cancellationToken)
    {
        var scope = new Scope();
        try
        {
            var data = scope.Add(await SizedData.OpenAsync(bench, thoughts, cancellationToken));
            var folder = scope.Add(new TemporaryFolder());
            var host = scope.Add(await Monolith.StartAsync(bench, folder.Path, data.Database, cancellationToken));
            var reader = await Reader.LogInAsync(host, cancellationToken);
            using var client = reader.ClientOf(host);
            var own = JsonDocument.Parse(await client.GetStringAsync(new Uri("api/me/thoughts/", UriKind.Relative), cancellationToken)).RootElement;
            return new(scope, data, host, reader, await PostgresProcess.OfAsync(data.Database, cancellationToken), own[own.GetArrayLength() - 1].GetProperty("id").GetInt64());
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <summary>A page as the reader's browser asks for it.</summary>
    public WrkLoad Page(string path, string marker) => new(new(Host.Addresses.Public, path), RightAnswer.Holding(marker))
    {
        Headers = new Dictionary<string, string> { ["Cookie"] = Reader.Cookie },
    };

    /// <summary>A resource of the API as the reader's program asks for it; every answer must be the first one, byte for byte.</summary>
    public async Task<WrkLoad> ResourceAsync(string path, CancellationToken cancellationToken)
    {
        using var client = Reader.ClientOf(Host);
        var body = await client.GetByteArrayAsync(new Uri(path.TrimStart('/'), UriKind.Relative), cancellationToken);
        return new(new(Host.Addresses.Public, path), RightAnswer.Exactly(body))
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Reader.Token}" },
        };
    }

    public Arm Arm(string name, ILoad load) => new(name, load, Host.Id, Postgres);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
