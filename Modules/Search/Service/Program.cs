using MyThoughts.Chassis.Hosting;

var host = ModuleHostBuilder.Create("search", args);
return await host.RunAsync();
