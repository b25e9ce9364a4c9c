using System.Runtime.CompilerServices;
using MyThoughts.Chassis.Diagnostics;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Destinations;

/// <summary>
/// Active health: a destination that says it is not ready is out at once, for it means it; one that does not answer is out the second
/// time, for a probe may be lost, unless requests could not reach it either. Each answer also tells which modules have left that host.
/// </summary>
internal sealed class ReadyPolicy(IDestinationHealthUpdater health, AbsentModules absent, Returns returns) : IActiveHealthCheckPolicy
{
    public const string PolicyName = "Ready";

    private const int SilencesUntilOut = 2;

    private readonly ConditionalWeakTable<DestinationState, StrongBox<int>> silences = [];

    public string Name => PolicyName;

    public void ProbingCompleted(ClusterState cluster, IReadOnlyList<DestinationProbingResult> probingResults)
    {
        health.SetActive(cluster, [.. probingResults.Select(result => new NewActiveDestinationHealth(result.Destination, Judge(result)))]);
        absent.Note(cluster.ClusterId, probingResults.Where(result => result.Response is not null).Select(result => (result.Destination.DestinationId, Left(result.Response!))));
        returns.Of(cluster.ClusterId).See(cluster.DestinationsState.AvailableDestinations);
    }

    private DestinationHealth Judge(DestinationProbingResult result)
    {
        var silent = silences.GetOrCreateValue(result.Destination);
        silent.Value = result.Response is null ? silent.Value + 1 : 0;
        if (result.Response is { } response) return response.IsSuccessStatusCode ? DestinationHealth.Healthy : DestinationHealth.Unhealthy;
        var isOut = silent.Value >= SilencesUntilOut || result.Destination.Health.Passive == DestinationHealth.Unhealthy;
        return isOut ? DestinationHealth.Unhealthy : result.Destination.Health.Active;
    }

    private static string[] Left(HttpResponseMessage response) => response.Headers.TryGetValues(Health.AbsentModules, out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
        : [];
}
