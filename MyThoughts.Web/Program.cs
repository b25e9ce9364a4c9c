using MyThoughts.Chassis.Hosting;

var host = ModuleHostBuilder.Create("monolith", args);
return await host.RunAsync();
