using System.Diagnostics;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class CompletionTests
{
    [TestCase("we", "weight"), TestCase("keys ", "create"), TestCase("completion ", "zsh"), TestCase("weight se", "search"), TestCase("weight ", "thoughts"), TestCase("destination mode ", "monolith")]
    [TestCase("mode search ", "service"), TestCase("mode search service ", "drain"), TestCase("keys create bob --role ", "operator"), TestCase("weight search 5 --re", "--reason"), TestCase("destination mode search ", "1")]
    public async Task Verbs_options_and_names_that_the_gateway_knows_complete(string line, string expected) =>
        (await CompleteAsync(TheGateway.Operator, line)).Should().Contain(expected);

    [Test]
    public async Task Only_what_comes_next_is_offered()
    {
        (await CompleteAsync(TheGateway.Operator, "mode search service ")).Should().Contain("maint").And.NotContain("monolith").And.NotContain("search").And.NotContain("Maint");
        (await CompleteAsync(TheGateway.Operator, "mode ")).Should().Equal(SystemUnderTest.Map.Modules.Select(module => module.Name).Order(StringComparer.Ordinal));
        (await CompleteAsync(TheGateway.Operator, "mode -")).Should().Contain("--reason").And.NotContain("-h").And.NotContain("search");
        (await CompleteAsync(TheGateway.Operator, "apply ")).Should().Contain("--file", "there is nothing else to say");
    }

    [Test]
    public async Task Without_a_gateway_or_a_key_there_is_no_complaint()
    {
        var away = await new CommandLine(("GATEWAY_URL", "http://127.0.0.1:9")).RunAsync("[suggest:7]", "weight ");
        var wrong = await new CommandLine(("GATEWAY_URL", "nowhere"), ("GATEWAY_KEY", "none")).RunAsync("[suggest:7]", "weight ");

        (away.ShouldBeDone().Output + wrong.ShouldBeDone().Output).Should().Contain("--reason").And.NotContain("search");
    }

    [TestCase("bash", "complete -F _gateway_complete gateway"), TestCase("zsh", "compdef _gateway_complete gateway"), TestCase("pwsh", "-CommandName gateway")]
    public async Task A_script_is_written_for_each_shell(string shell, string line) =>
        (await new CommandLine().RunAsync("completion", shell)).ShouldBeDone().Output.Should().Contain(line).And.Contain("[suggest:").And.NotContain("{name}").And.NotContain("{program}");

    [Test]
    public async Task The_name_is_what_somebody_calls_the_program() =>
        (await new CommandLine().RunAsync("completion", "bash", "--name", "MyThoughts.Gateway")).ShouldBeDone().Output.Should().Contain("complete -F _MyThoughts_Gateway_complete MyThoughts.Gateway");

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task In_bash_a_route_completes()
    {
        // The script calls the very program that wrote it, and this process is not the gateway.
        var script = (await new CommandLine().RunAsync("completion", "bash")).Output;
        var program = script[(script.IndexOf("$('", StringComparison.Ordinal) + 2)..script.IndexOf(" \"[suggest", StringComparison.Ordinal)];
        script = script.Replace(program, $"'{DotNet}' '{HostProject.Gateway(SystemUnderTest.Map).BuiltAssembly(Repository.Root, Configuration)}'", StringComparison.Ordinal);
        var info = new ProcessStartInfo("bash", ["--norc", "-c", $"{script}\nCOMP_WORDS=(gateway weight sea); COMP_CWORD=2; _gateway_complete; echo \"${{COMPREPLY[@]}}\""]) { RedirectStandardOutput = true };
        (info.Environment["GATEWAY_URL"], info.Environment["GATEWAY_KEY"]) = (TheGateway.Address, TheGateway.Running.Api.Key);

        // The gateway is given a moment to answer and no more: nobody waits for a completion. A machine that is busy may need a second try.
        var completed = "";
        await Eventually.HoldsAsync(async () => (completed = await SaidAsync(info)) == "search", "the route completes", instead: () => completed);
    }

    private static async Task<string> SaidAsync(ProcessStartInfo info)
    {
        using var process = Process.Start(info)!;
        return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Configuration => Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;

    private static async Task<IReadOnlyList<string>> CompleteAsync(CommandLine commandLine, string line) =>
        (await commandLine.RunAsync($"[suggest:{line.Length}]", line)).ShouldBeDone().Lines;
}
