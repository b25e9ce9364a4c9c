using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Deleting;
using MyThoughts.Users.Feed;
using MyThoughts.Users.Http;
using MyThoughts.Users.Keys;
using MyThoughts.Users.Login;
using MyThoughts.Users.Lookup;
using MyThoughts.Users.Names;
using MyThoughts.Users.Registration;

namespace MyThoughts.Users;

/// <summary>Adds the Users module to a host: the monolith or its own service.</summary>
public static class UsersModule
{
    internal const string Name = "users";

    internal static Module Definition { get; } = new(Name, typeof(UsersModule).Assembly)
    {
        MapEndpoints = MapEndpoints,
        MapContract = InternalEndpoints.Map,
        SeedAsync = DemoUsers.SeedAsync,
        BulkSeed = services => services.GetRequiredService<GeneratedUsers>(),
    };

    /// <summary>Takes accounts, passwords, logins and signing keys into this process, or as much of it as the hosting mode says.</summary>
    /// <param name="host">The host.</param>
    public static void AddUsersModule(this ModuleHostBuilder host)
    {
        var mode = host.ModeOf(Name);
        if (mode != HostingMode.InProcess) host.AddRemoteUsers();
        if (mode == HostingMode.Remote) host.Add(Definition.Front);
        if (mode != HostingMode.InProcess) return;
        host.Services.AddModuleDatabase(Name);
        host.Services.AddUsers();
        host.Add(Definition);
    }

    internal static void AddUsers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection();
        services.AddChangeFeed(Name, ChangeRow.Table);
        services
            .AddSingleton<IPasswordHasher<string>, PasswordHasher<string>>().AddSingleton<Passwords>().AddSingleton<Usernames>()
            .AddSingleton<IValidator<RegisterUser>, RegisterUserValidator>().AddSingleton<RegisterUserHandler>()
            .AddSingleton<IValidator<LogIn>, LogInValidator>().AddSingleton<LoginAttempts>().AddSingleton<LogInHandler>()
            .AddSingleton<FindUserHandler>().AddSingleton<FindNamesHandler>().AddSingleton<DeleteUserHandler>()
            .AddSingleton<PrivateKeyProtector>().AddSingleton<SigningKeyStore>().AddSingleton<Sessions>().AddSingleton<PublicKeys>()
            .AddSingleton<GeneratedUsers>()
            .AddInProcessModule<IUsers, InProcessUsers>(Name, (inner, meter) => new MeteredUsers(inner, meter))
            .AddSingleton<ITokenKeySource>(OwnKeys);
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        LogInEndpoint.Map(routes);
        RegisterUserEndpoint.Map(routes);
        KeyEndpoints.Map(routes);
    }

    // Tokens are checked against our own schema, not by asking ourselves over HTTP.
    private static CachedTokenKeys OwnKeys(IServiceProvider services) => new(
        "the schema of Users",
        async cancellationToken => (await services.GetRequiredService<PublicKeys>().ListAsync(cancellationToken)).ToTokenKeys(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<CachedTokenKeys>>());
}
