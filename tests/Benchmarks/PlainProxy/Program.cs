using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

// YARP and nothing else: one route, one cluster, one destination. What the gateway costs is what it costs over this.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Listen();
var version = Version.Parse(builder.Configuration["Version"]!);
builder.Services.AddReverseProxy().LoadFromMemory(
    [new RouteConfig { RouteId = "everything", ClusterId = "backend", Match = new() { Path = "/{**path}" } }],
    [
        new ClusterConfig
        {
            ClusterId = "backend",
            HttpRequest = new ForwarderRequestConfig { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact },
            HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
            Destinations = new Dictionary<string, DestinationConfig> { ["1"] = new() { Address = builder.Configuration["Destination"]! } },
        },
    ]);
var app = builder.Build();
EndWithParent.Watch(app.Lifetime);
app.MapReverseProxy();
await app.RunAsync();
