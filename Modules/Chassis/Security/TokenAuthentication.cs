using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Security;

/// <summary>Makes a host know who is asking: by a signed token, from the header for programs, from the cookie for people.</summary>
public static class TokenAuthentication
{
    internal const string Scheme = "token";

    /// <summary>
    /// Registers authentication and authorization; the host uses both middlewares after routing. A module in this process that
    /// holds keys registers its own <see cref="ITokenKeySource"/>; without one, the keys of Users are fetched over HTTP.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Settings <c>Auth:TrustedKeys</c> and <c>Auth:JwksUrl</c>.</param>
    /// <param name="map">Says where Users is by default.</param>
    /// <returns>The services.</returns>
    /// <exception cref="Hosting.SettingException">A setting is wrong.</exception>
    public static IServiceCollection AddTokenAuthentication(this IServiceCollection services, IConfiguration configuration, ModuleMap map)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(TokenSettings.Read(configuration, map));
        services.AddSingleton<RemoteTokenKeys>();
        services.AddKeyedSingleton(nameof(RemoteTokenKeys), (provider, _) =>
        {
            var remote = provider.GetRequiredService<RemoteTokenKeys>();
            return new CachedTokenKeys(remote.Address.ToString(), remote.FetchAsync,
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CachedTokenKeys>>());
        });
        services.AddSingleton(provider => new TokenVerifier(SourcesOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddAuthentication(Scheme).AddScheme<TokenAuthenticationOptions, TokenAuthenticationHandler>(Scheme, configureOptions: null);
        services.AddAuthorization();
        return services;
    }

    private static List<ITokenKeySource> SourcesOf(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<TokenSettings>();
        var sources = provider.GetServices<ITokenKeySource>().ToList();
        if (settings.TrustedKeys is { } folder) sources.Insert(0, ActivatorUtilities.CreateInstance<TrustedKeyFolder>(provider, folder));
        var hasOwnKeys = sources.Exists(source => source is not TrustedKeyFolder);
        if (settings.JwksIsSet || !hasOwnKeys) sources.Add(provider.GetRequiredKeyedService<CachedTokenKeys>(nameof(RemoteTokenKeys)));
        return sources;
    }
}
