using MyThoughts.Chassis.Hosting;
using MyThoughts.Users;

return await ModuleHost.RunAsync("users", args, host => host.AddUsersModule());
