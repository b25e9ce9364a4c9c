using MyThoughts.Chassis.Hosting;
using MyThoughts.Users;

return await ModuleHost.RunAsync("monolith", args, host =>
{
    host.AddUsersModule();
});
