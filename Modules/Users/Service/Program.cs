using MyThoughts.Chassis.Hosting;

return await ModuleHost.RunAsync("users", args, host => { });
