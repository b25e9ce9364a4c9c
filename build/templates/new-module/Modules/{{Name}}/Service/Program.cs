using MyThoughts.Chassis.Hosting;
using MyThoughts.{{Name}};

return await ModuleHost.RunAsync("{{name}}", args, host => host.Add{{Name}}Module());
