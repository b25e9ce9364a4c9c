using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Thoughts.Pages;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>Adds the Thoughts module to a host: the monolith or its own service.</summary>
public static class ThoughtsModule
{
    internal const string Name = "thoughts";

    internal static Module Definition { get; } = new(Name, typeof(ThoughtsModule).Assembly)
    {
        MapEndpoints = MapEndpoints,
        MapContract = ContractEndpoints.Map,
        SeedAsync = (services, cancellationToken) => services.GetRequiredService<DemoThoughts>().WriteAsync(cancellationToken),
        BulkSeed = services => services.GetRequiredService<GeneratedThoughts>(),
        LateIndexTables = ["thought", "mention"],
    };

    /// <summary>
    /// Registers the module with its own database, its feed, its endpoints and pages, or as much of it as the hosting mode says. It needs a
    /// host that knows IUsers.
    /// </summary>
    /// <param name="host">The host.</param>
    public static void AddThoughtsModule(this ModuleHostBuilder host)
    {
        var mode = host.ModeOf(Name);
        if (mode != HostingMode.InProcess) host.AddRemoteThoughts();
        if (mode != HostingMode.Absent) host.Services.AddFront();
        if (mode == HostingMode.Remote) host.Add(Definition.Front);
        if (mode != HostingMode.InProcess) return;
        host.Services.AddModuleDatabase(Name);
        host.Services.AddThoughts();
        host.Add(Definition);
    }

    internal static IServiceCollection AddThoughts(this IServiceCollection services) => services
        .AddChangeFeed(Name, ChangeRow.Table)
        .AddSingleton<IValidator<PostThought>, PostThoughtValidator>()
        .AddSingleton<PostThoughtHandler>()
        .AddSingleton<IdempotencyKeys>()
        .AddHostedService<IdempotencyKeyPurge>()
        .AddFeedReader<UserChange, IUsers, DeletedAuthors>(Name, "users")
        .AddFeedReader<ThoughtChange, IThoughts, MentionModel>(Name, Name)
        .AddSingleton<ListThoughtsHandler>()
        .AddSingleton(PagePatience.Usual)
        .AddSingleton<PageThoughtsHandler>()
        .AddSingleton<ReadThoughtHandler>()
        .AddSingleton<DeleteThoughtHandler>()
        .AddSingleton<DemoThoughts>()
        .AddSingleton<GeneratedThoughts>()
        .AddInProcessModule<IThoughts, InProcessThoughts>(Name, (inner, meter) => new MeteredThoughts(inner, meter));

    /// <summary>What pages and endpoints need, wherever the module itself runs.</summary>
    internal static IServiceCollection AddFront(this IServiceCollection services) => services
        .AddWholeListLimit()
        .AddMentionedPeople()
        .AddSingleton<ThoughtCards>()
        // After the host has set these options up, which it does when every module is known.
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/OwnThoughts", "/thoughts"));

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        PostThoughtEndpoint.Map(routes);
        ListThoughtsEndpoint.Map(routes);
        ReadThoughtEndpoint.Map(routes);
        DeleteThoughtEndpoint.Map(routes);
    }
}
