using MyThoughts.Chassis.Hosting;

return await ModuleHost.RunAsync("monolith", args, host => { });
