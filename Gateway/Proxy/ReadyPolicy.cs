using System.Runtime.CompilerServices;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Proxy;

/// <summary>
/// Active health: a destination that says it is not ready is out at once, for it means it; one that does not answer is out the second
/// time, for a probe may be lost, unless requests could not reach it either. YARP's own policy wants two failures of any kind, which
/// hands requests to a host that has restarted and is not ready yet.
/// </summary>
internal sealed class ReadyPolicy(IDestinationHealthUpdater health) : IActiveHealthCheckPolicy
{
    public const string PolicyName = "Ready";

    private const int SilencesUntilOut = 2;

    private readonly ConditionalWeakTable<DestinationState, StrongBox<int>> silences = [];

    public string Name => PolicyName;

    public void ProbingCompleted(ClusterState cluster, IReadOnlyList<DestinationProbingResult> probingResults) =>
        health.SetActive(cluster, [.. probingResults.Select(result => new NewActiveDestinationHealth(result.Destination, Judge(result)))]);

    private DestinationHealth Judge(DestinationProbingResult result)
    {
        var silent = silences.GetOrCreateValue(result.Destination);
        silent.Value = result.Response is null ? silent.Value + 1 : 0;
        if (result.Response is { } response) return response.IsSuccessStatusCode ? DestinationHealth.Healthy : DestinationHealth.Unhealthy;
        var isOut = silent.Value >= SilencesUntilOut || result.Destination.Health.Passive == DestinationHealth.Unhealthy;
        return isOut ? DestinationHealth.Unhealthy : result.Destination.Health.Active;
    }
}
