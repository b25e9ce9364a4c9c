using MyThoughts.Chassis.Hosting;

return await ModuleHost.RunAsync("thoughts", args, host => { });
