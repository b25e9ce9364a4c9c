using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;

namespace MyThoughts.Rehearsal;

/// <summary>The steps of docs/extraction.md, each with its command, against real processes under load.</summary>
public static class Extraction
{
    /// <summary>Starts a system of its own, takes the module out of the monolith and puts it back, and compares what people were told with what is stored.</summary>
    /// <param name="options">What to rehearse.</param>
    /// <param name="output">Where each step is told as it is done.</param>
    /// <returns>What each step cost.</returns>
    public static async Task<RehearsalReport> RehearseAsync(RehearsalOptions options, TextWriter output)
    {
        await using var system = await SystemUnderTest.StartAsync();
        var gateway = await system.StartGatewayAsync(weight: 0);
        await using var load = await Load.StartAsync(system, gateway, options.People);
        var steps = new StepLog(load, options.Watch, output);
        var monolith = new RollingMonolith(system, gateway.Api);
        var route = SystemUnderTest.Map.Module(options.Module).Routes[0].Name;

        await steps.DoAsync("everything in the monolith", "routes", () => Task.CompletedTask);
        await LeaveAsync();
        await ReturnAsync();
        return new(options.Module, steps.Done, await load.StopAsync());

        async Task LeaveAsync()
        {
            foreach (var weight in options.Weights) await WeighAsync(weight);
            await SideAsync("maint");
            await RestartAsync(HostingMode.Remote);
            await RestartAsync(HostingMode.Absent);
        }

        async Task ReturnAsync()
        {
            await RestartAsync(HostingMode.InProcess);
            await SideAsync("ready");
            foreach (var weight in options.Weights.Reverse().Skip(1).Append(0)) await WeighAsync(weight);
        }

        Task WeighAsync(decimal weight) => steps.DoAsync(
            $"{weight}% on the service", $"weight {route} {weight}", () => gateway.SetWeightAsync(route, weight));

        Task SideAsync(string mode) => steps.DoAsync(
            $"the monolith's side in {mode}", $"mode {route} monolith {mode}",
            () => gateway.Api.ChangeAsync(HttpMethod.Put, $"routes/{route}/monolith/mode", new { mode }));

        Task RestartAsync(HostingMode mode) => steps.DoAsync(
            $"{options.Module} is {mode} in the monolith", $"destination add, maint, remove (Modules:{options.Module}:Mode={mode})",
            () => monolith.RestartAsync(mode == HostingMode.InProcess ? [] : new() { [options.Module] = mode }));
    }
}
