using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}};

/// <summary>Adds the {{Name}} module to a host: the monolith or its own service.</summary>
public static class {{Name}}Module
{
    internal const string Name = "{{name}}";

    internal static Module Definition { get; } = new(Name, typeof({{Name}}Module).Assembly)
    {
        MapEndpoints = List{{Name}}Endpoint.Map,
        MapContract = ContractEndpoints.Map,
        SeedAsync = (services, cancellationToken) => services.GetRequiredService<Demo{{Name}}>().WriteAsync(cancellationToken),
    };

    /// <summary>Registers the module with its own database, its endpoints and pages, or as much of it as the hosting mode says.</summary>
    /// <param name="host">The host.</param>
    public static void Add{{Name}}Module(this ModuleHostBuilder host)
    {
        var mode = host.ModeOf(Name);
        if (mode != HostingMode.InProcess) host.AddRemote{{Name}}();
        if (mode == HostingMode.Remote) host.Add(Definition.Front);
        if (mode != HostingMode.InProcess) return;
        host.Services.AddModuleDatabase(Name);
        host.Services
            .AddSingleton<IValidator<List{{Name}}>, List{{Name}}Validator>()
            .AddSingleton<List{{Name}}Handler>()
            .AddSingleton<Demo{{Name}}>()
            .AddInProcessModule<I{{Name}}, InProcess{{Name}}>(Name, (inner, meter) => new Metered{{Name}}(inner, meter));
        host.Add(Definition);
    }
}
