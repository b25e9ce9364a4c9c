using Microsoft.AspNetCore.Builder;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Search.Tests;

/// <summary>Users as another process, which says who exists and nothing else.</summary>
internal sealed class NamesOfUsers : IAsyncDisposable
{
    private readonly WebApplication app = WebApplication.CreateSlimBuilder().Build();

    public Uri Address => new(app.Urls.Single());

    public static async Task<NamesOfUsers> StartAsync(params string[] usernames)
    {
        var users = new NamesOfUsers();
        users.app.Urls.Add("http://127.0.0.1:0");
        users.app.MapContractGroup("users").MapPost("/names", (FindNames query) => query.Names.SelectMany(name => usernames
            .Where(username => username.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(username => new KnownName(name, username))));
        await users.app.StartAsync();
        return users;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
