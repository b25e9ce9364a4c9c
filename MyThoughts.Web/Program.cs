using MyThoughts.Chassis.Hosting;
using MyThoughts.Search;
using MyThoughts.Thoughts;
using MyThoughts.Users;

return await ModuleHost.RunAsync("monolith", args, host =>
{
    host.AddUsersModule();
    host.AddThoughtsModule();
    host.AddSearchModule();
});
