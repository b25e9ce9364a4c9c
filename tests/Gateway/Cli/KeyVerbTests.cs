using MyThoughts.Gateway.Cli;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class KeyVerbTests
{
    [Test]
    public async Task A_viewers_key_looks_and_does_not_change_until_it_is_revoked()
    {
        var made = (await TheGateway.RunAsync("keys", "create", "victor")).ShouldBeDone();
        made.Lines[0].Should().MatchRegex("^Key [0-9a-f]{8} for victor, a viewer.");
        var (id, key) = (made.Lines[0].Split(' ')[1], made.Lines[1]);
        var victor = TheGateway.Operator.With(("GATEWAY_KEY", key));

        (await victor.RunAsync("routes")).ShouldBeDone();
        (await victor.RunAsync("history")).ShouldBeDone();
        (await victor.RunAsync("weight", "search", "1")).Should(ExitCode.NoAccess).Error.Should().Contain("viewer").And.NotContain(key);
        (await victor.RunAsync("keys")).Should(ExitCode.NoAccess);

        (await TheGateway.RunAsync("keys", "revoke", id)).ShouldBeDone();
        (await victor.RunAsync("routes")).Should(ExitCode.NoAccess).Error.Should().Contain("not in force").And.NotContain(key);
    }

    [Test]
    public async Task An_operators_key_changes_in_the_operators_name()
    {
        var made = (await TheGateway.RunAsync("keys", "create", "olga", "--role", "operator", "--json")).ShouldBeDone();
        var olga = TheGateway.Operator.With(("GATEWAY_KEY", null));

        (await olga.RunAsync("weight", "search", "44", "--key", made.Json["key"]!.ToString())).ShouldBeDone();

        (await TheGateway.RunAsync("history", "--limit", "1")).Output.Should().Contain("  olga  ");
        (await TheGateway.RunAsync("keys", "revoke", made.Json["key"]!.ToString())).ShouldBeDone().Output.Should().Be($"Key {made.Json["id"]} is revoked.\n", "whoever pastes the whole key means its id");
    }

    [Test]
    public async Task Keys_are_listed_without_their_secrets()
    {
        var made = (await TheGateway.RunAsync("keys", "create", "lisa", "--json")).ShouldBeDone();
        await TheGateway.RunAsync("keys", "revoke", made.Json["id"]!.ToString());

        var list = (await TheGateway.RunAsync("keys", "list")).ShouldBeDone();

        list.Lines[0].Should().MatchRegex(@"^id +name +role +created \(UTC\) +by +revoked \(UTC\)$");
        list.Output.Should().MatchRegex($"{made.Json["id"]} +lisa +viewer .*Z by development").And.MatchRegex("development +operator .*in force").And.NotContain(made.Json["key"]!.ToString());
        (await TheGateway.RunAsync("keys", "--json")).Json.AsArray().Should().HaveCountGreaterThan(1);
    }

    [Test]
    public async Task What_is_no_key_to_revoke_or_no_name_is_refused()
    {
        (await TheGateway.RunAsync("keys", "revoke", "00000000")).Should(ExitCode.Refused).Error.Should().Contain("no key '00000000' in force");
        (await TheGateway.RunAsync("keys", "create", " ")).Should(ExitCode.Refused).Error.Should().Contain("1 to 60 characters");
        (await TheGateway.RunAsync("keys", "create", "x", "--role", "admin")).Should(ExitCode.WrongUsage).Error.Should().Contain("viewer or operator");
    }
}
