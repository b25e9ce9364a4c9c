using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Seeding;
using Npgsql;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Fills the host's modules with as much generated data as the options of <c>seed</c> ask for.</summary>
internal static class BulkSeedVerb
{
    private const string TakeTurn = "SELECT pg_try_advisory_lock(hashtextextended('mythoughts seed', 0))";

    private static readonly TimeSpan Pause = Console.IsOutputRedirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(IServiceProvider services, ModuleSchemas schemas, SeedSize size, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(schemas, cancellationToken);
        await using var progress = new SeedProgress(Console.Out, TimeProvider.System, Pause);
        var seeding = new BulkSeeding(services, schemas, [.. services.GetServices<IFollowing>()], progress);
        var watch = Stopwatch.StartNew();
        try
        {
            await seeding.RunAsync(size, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Stopped. What is written stays, indexes may be missing. The same again writes the rest and builds them: seed {size}");
            return 1;
        }
        catch (NpgsqlException problem)
        {
            throw new SettingException($"The database refused or went away: {problem.Message.ReplaceLineEndings(" ")}. Mend that and go on with the same again: seed {size}");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size.Thoughts:N0} thoughts of {size.Users:N0} users, in {string.Join(", ", schemas.Modules.Select(module => module.Name))} with every index, in {watch.Elapsed.TotalSeconds:0.0} s: {size.Thoughts / watch.Elapsed.TotalSeconds:N0} a second"));
        return 0;
    }

    /// <summary>Builds the indexes that an interrupted seed left out; nothing where none did.</summary>
    public static async Task BuildIndexesAsync(IServiceProvider services, ModuleSchemas schemas, CancellationToken cancellationToken)
    {
        await using var progress = new SeedProgress(Console.Out, TimeProvider.System, Pause);
        await new BulkSeeding(services, schemas, [], progress).BuildIndexesAsync(cancellationToken);
    }

    /// <summary>Lets the modules' connections commit without waiting for the disk: what a crash of the server loses, the same seed writes again.</summary>
    public static void CommitWithoutWaiting(ConfigurationManager configuration, IReadOnlyList<string> modules) =>
        configuration.AddInMemoryCollection(modules.Select(module =>
        {
            var login = configuration.ModuleLogin(module);
            login.Options = $"{login.Options} -c synchronous_commit=off".TrimStart();
            return new KeyValuePair<string, string?>($"ConnectionStrings:{module}", login.ConnectionString);
        }).ToList());

    // Two at once would each take the other's thoughts for somebody else's.
    private static async Task<NpgsqlConnection> TakeTurnAsync(ModuleSchemas schemas, CancellationToken cancellationToken)
    {
        var administrator = schemas.AdministratorOf(schemas.Modules[0]);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (await connection.QuerySingleAsync<bool>(new CommandDefinition(TakeTurn, cancellationToken: cancellationToken))) return connection;
        await connection.DisposeAsync();
        throw new SettingException("Another seed is writing into this database: wait for it, or stop it and run the same seed again.");
    }
}
