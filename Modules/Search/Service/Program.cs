using MyThoughts.Chassis.Hosting;

return await ModuleHost.RunAsync("search", args, host => { });
