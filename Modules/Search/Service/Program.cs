using MyThoughts.Chassis.Hosting;
using MyThoughts.Search;
using MyThoughts.Thoughts.Contracts;

return await ModuleHost.RunAsync("search", args, host =>
{
    host.AddSearchModule();
    host.AddRemoteThoughts();
});
