using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Store;

/// <summary>
/// What the first start would write. Made at every start, needed at the first: a wrong setting is told on the day it is written.
/// </summary>
internal sealed record FirstRevision(TrafficState State)
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static FirstRevision Of(ModuleMap map, IConfiguration configuration, bool isDevelopment)
    {
        var addresses = ListenAddresses.Read(configuration, map.Gateway.Ports, isGuarded: true);
        return new(FirstState.Of(map, configuration, isDevelopment, address => OwnAddresses.Include(address, addresses)));
    }
}

/// <summary>Writes the first revision where there is none, and in Development an operator's key where its file lies.</summary>
internal sealed class FirstStart(StateStore store, KeyStore keys, FirstRevision first, IConfiguration configuration, IHostEnvironment environment)
{
    private const string Gateway = "gateway";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await store.LatestAsync(cancellationToken) is null)
        {
            // Another replica may be faster, and then it is its revision that counts.
            await store.AppendAsync(0, first.State, FieldChange.Between(null, first.State), Gateway, "The first start.", undoes: null, cancellationToken);
        }
        if (environment.IsDevelopment())
            await keys.AddAsync(DevelopmentKey.Ensure(DataFolder.Of(configuration)), Gateway, cancellationToken);
    }
}
