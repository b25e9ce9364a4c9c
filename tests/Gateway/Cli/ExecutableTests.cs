using MyThoughts.Gateway.Cli;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>The same verbs in a process of their own: a few, because each costs a start.</summary>
internal sealed class ExecutableTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Test]
    public async Task A_script_gets_JSON_and_nothing_else()
    {
        var ran = await RunAsync(TheGateway.Address, "weight", "search", "15", "--json", "--reason", "from a process");

        ran.ShouldBeDone().Json["changes"]!.AsArray().Should().ContainSingle();
        (await TheGateway.WeightAsync("search")).Should().Be(15);
    }

    [Test]
    public async Task A_script_learns_from_the_exit_code_what_happened()
    {
        (await RunAsync("http://127.0.0.1:9", "routes")).Should(ExitCode.Away).Output.Should().BeEmpty();
        (await RunAsync(TheGateway.Address, "weigth", "search", "5")).Should(ExitCode.WrongUsage);
    }

    [Test]
    public async Task Output_in_a_file_has_no_escapes()
    {
        var table = (await RunAsync(TheGateway.Address, "routes")).ShouldBeDone();

        table.Output.Should().Contain("last change").And.NotContain("\e").And.NotContain("…");
    }

    private static async Task<Ran> RunAsync(string address, params string[] args)
    {
        var lines = new List<HostLine>();
        var settings = new Dictionary<string, string> { ["GATEWAY_URL"] = address, ["GATEWAY_KEY"] = TheGateway.Running.Api.Key };
        await using var program = HostProcess.Start(SystemUnderTest.StartOf(HostProject.Gateway(SystemUnderTest.Map), settings, args), line => { lock (lines) lines.Add(line); });
        using var limit = new CancellationTokenSource(Longest);
        await program.WaitForExitAsync(limit.Token);
        lock (lines) return new(program.ExitCode, Text(isError: false), Text(isError: true));

        string Text(bool isError) => string.Concat(lines.Where(line => line.IsError == isError).Select(line => line.Text + "\n"));
    }
}
