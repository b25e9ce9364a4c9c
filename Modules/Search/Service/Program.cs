using MyThoughts.Chassis.Hosting;
using MyThoughts.Search;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;

return await ModuleHost.RunAsync("search", args, host =>
{
    host.AddSearchModule();
    host.AddRemoteThoughts();
    host.AddRemoteUsers();
});
