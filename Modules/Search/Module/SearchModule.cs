using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.CountWords;
using MyThoughts.Search.FindThoughts;
using MyThoughts.Search.FollowThoughts;
using MyThoughts.Search.FollowUsers;
using MyThoughts.Search.ReadYourWrites;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Search;

/// <summary>Adds the Search module to a host: the monolith or its own service.</summary>
public static class SearchModule
{
    internal const string Name = "search";

    internal static Module Definition { get; } = new(Name, typeof(SearchModule).Assembly)
    {
        MapEndpoints = SearchEndpoint.Map,
        MapContract = InternalSearchEndpoint.Map,
        LateIndexTables = ["thought"],
    };

    /// <summary>Registers the module's services, pages and endpoints, and the readers of the feeds it follows, or as much of it as the hosting mode says.</summary>
    /// <param name="host">The host; it registers <c>IThoughts</c> too, in process or remote.</param>
    public static void AddSearchModule(this ModuleHostBuilder host)
    {
        var mode = host.ModeOf(Name);
        if (mode != HostingMode.InProcess) host.AddRemoteSearch();
        if (mode != HostingMode.Absent) host.Services.AddMentionedPeople();
        if (mode == HostingMode.Remote) host.Add(Definition.Front);
        if (mode != HostingMode.InProcess) return;
        host.Services.AddModuleDatabase(Name);
        host.Services
            .AddSingleton<IValidator<SearchThoughts>, SearchThoughtsValidator>()
            .AddSingleton(SearchPatience.Usual)
            .AddSingleton<ThoughtTable>()
            .AddSingleton<NewestFirst>()
            .AddSingleton<BestMatch>()
            .AddSingleton<OwnWrites>()
            .AddSingleton<WordCounts>()
            .AddHostedService<WordCounting>()
            .AddSingleton<SearchThoughtsHandler>()
            .AddInProcessModule<ISearch, InProcessSearch>(Name, (inner, meter) => new MeteredSearch(inner, meter))
            .AddReaders();
        host.Add(Definition);
    }

    internal static IServiceCollection AddReaders(this IServiceCollection services) => services
        .AddFeedReader<ThoughtChange, IThoughts, ThoughtModel>(Name, "thoughts")
        .AddFeedReader<UserChange, IUsers, DeletedAuthors>(Name, "users");
}
