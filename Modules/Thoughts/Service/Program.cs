using MyThoughts.Chassis.Hosting;
using MyThoughts.Thoughts;
using MyThoughts.Users.Contracts;

return await ModuleHost.RunAsync("thoughts", args, host =>
{
    host.AddThoughtsModule();
    host.AddRemoteUsers();
});
