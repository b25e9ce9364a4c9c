using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Search.Tests;

/// <summary>The extracted service as a process of its own. Its neighbours are away unless told: search must go on without them.</summary>
internal sealed class SearchService : IAsyncDisposable
{
    private const string Nobody = "http://127.0.0.1:9/";
    private readonly DirectoryInfo folder;
    private readonly HostProcess process;

    private SearchService(DirectoryInfo folder, HostProcess process)
    {
        this.folder = folder;
        this.process = process;
        Public = new() { BaseAddress = process.Addresses.Public };
        Internal = new() { BaseAddress = process.Addresses.Internal };
    }

    public HttpClient Public { get; }

    public HttpClient Internal { get; }

    public static async Task<SearchService> StartAsync(SearchDatabase database, Uri? users = null)
    {
        var project = HostProject.Service(TestCluster.Map, SearchModule.Name);
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;
        var folder = Directory.CreateTempSubdirectory("mythoughts-search-");
        var settings = new Dictionary<string, string>(database.Settings!)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Data:Folder"] = folder.FullName,
            ["Shutdown:Drain"] = "00:00:00",
            ["Modules:thoughts:Url"] = Nobody,
            ["Modules:users:Url"] = users?.ToString() ?? Nobody,
        };
        var service = new SearchService(folder, HostProcess.Start(new(
            SearchModule.Name, project.BuiltAssembly(Repository.Root, configuration), HostAddresses.Free(project), settings)));
        await service.process.WaitUntilReadyAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Internal.Dispose();
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
