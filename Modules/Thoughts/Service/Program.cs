using MyThoughts.Chassis.Hosting;

var host = ModuleHostBuilder.Create("thoughts", args);
return await host.RunAsync();
