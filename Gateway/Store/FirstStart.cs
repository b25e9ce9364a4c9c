using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Store;

/// <summary>Writes the first revision where there is none, and in Development an operator's key where its file lies.</summary>
internal sealed class FirstStart(StateStore store, KeyStore keys, ModuleMap map, IConfiguration configuration, IHostEnvironment environment)
{
    private const string Gateway = "gateway";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await store.LatestAsync(cancellationToken) is null)
        {
            var state = FirstState.Of(map, configuration, environment.IsDevelopment());
            // Another replica may be faster, and then it is its revision that counts.
            await store.AppendAsync(0, state, FieldChange.Between(null, state), Gateway, "The first start.", undoes: null, cancellationToken);
        }
        if (environment.IsDevelopment())
            await keys.AddAsync(DevelopmentKey.Ensure(DataFolder.Of(configuration)), Gateway, cancellationToken);
    }
}
