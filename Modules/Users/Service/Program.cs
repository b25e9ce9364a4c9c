using MyThoughts.Chassis.Hosting;

var host = ModuleHostBuilder.Create("users", args);
return await host.RunAsync();
