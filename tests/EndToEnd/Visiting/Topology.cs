using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A way for people to reach the modules. What they meet there must not differ.</summary>
/// <param name="Name">As it stands in the names of the tests.</param>
/// <param name="HostOf">Which host answers for a path.</param>
/// <param name="OwnerOf">Which host behind it runs the module that owns a path, and has its internal port.</param>
internal sealed record Topology(string Name, Func<string, HostAddresses> HostOf, Func<string, HostAddresses> OwnerOf)
{
    public static readonly Topology Monolith = new("the monolith", _ => TheSystem.Monolith.Addresses, _ => TheSystem.Monolith.Addresses);
    public static readonly Topology Services = new("the services", ServiceOf, ServiceOf);
    public static readonly Topology Front = new("the monolith with its modules remote", _ => TheSystem.Front.Addresses, _ => TheSystem.Front.Addresses);
    public static readonly Topology GatewayAt50 = ThroughGateway(50, Monolith);

    public static IEnumerable<Topology> All => [Monolith, Services, Front, ThroughGateway(0, Monolith), GatewayAt50, ThroughGateway(100, Services)];

    public override string ToString() => Name;

    /// <summary>Somebody new, who has not been here before.</summary>
    public Visitor NewVisitor() => new(path => HostOf(path).Public);

    /// <summary>Somebody on the internal ports, such as an operator.</summary>
    public Visitor NewOperator() => new(path => OwnerOf(path).Internal);

    /// <summary>Makes an account and answers its name.</summary>
    public async Task<string> RegisterAsync(string? username = null)
    {
        username ??= Names.Unique();
        var answer = await NewOperator().PostJsonAsync("/admin/users/", new { username, password = Names.Password });
        answer.Status.Should().Be(201, "an account for a test must be made, but: {0}", answer);
        return username;
    }

    /// <summary>Somebody with an account and a token, and no cookies: a program.</summary>
    public async Task<Author> NewAuthorAsync(string? username = null) => await LogInAsync(await RegisterAsync(username));

    /// <summary>Somebody with an account who has logged in on the page: a browser.</summary>
    public async Task<Author> NewReaderAsync()
    {
        var username = await RegisterAsync();
        var visitor = NewVisitor();
        var form = (await visitor.OpenAsync("/login/")).Page.Form("/login/");
        var answer = await visitor.SubmitAsync(form, ("username", username), ("password", Names.Password));
        answer.Status.Should().BeInRange(302, 303, "a right password logs in, but: {0}", answer);
        return new(username, visitor);
    }

    /// <summary>Logs in through the API.</summary>
    public async Task<Author> LogInAsync(string username)
    {
        var visitor = NewVisitor();
        var answer = await visitor.PostJsonAsync("/api/login/", new { username, password = Names.Password });
        answer.Status.Should().Be(200, "a right password logs in, but: {0}", answer);
        visitor.Token = answer.Json.GetProperty("Authorized").GetString()!["Bearer ".Length..];
        return new(username, visitor);
    }

    private static Topology ThroughGateway(int weight, Topology behind) =>
        new($"the gateway at {weight}", _ => TheSystem.Gateway(weight).Addresses, behind.OwnerOf);

    private static HostAddresses ServiceOf(string path) =>
        Owners.Of(path) is { } module ? TheSystem.Service(module).Addresses : TheSystem.Monolith.Addresses;
}
