using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Builds a host, the monolith or a service, out of modules.</summary>
public sealed class ModuleHostBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly List<Module> modules = [];

    private ModuleHostBuilder(string name, string[] args)
    {
        Name = name;
        web = WebApplication.CreateBuilder(args);
        Map = ModuleMap.Load();
    }

    /// <summary>The host's name: <c>monolith</c>, or that of the module it serves.</summary>
    public string Name { get; }

    /// <summary>The module map.</summary>
    public ModuleMap Map { get; }

    /// <summary>Where modules register their services.</summary>
    public IServiceCollection Services => web.Services;

    /// <summary>Settings from every source.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    /// <summary>Development or Production.</summary>
    public IHostEnvironment Environment => web.Environment;

    /// <summary>Starts a host.</summary>
    /// <param name="name">The host's name.</param>
    /// <param name="args">Its command line.</param>
    /// <returns>The builder.</returns>
    public static ModuleHostBuilder Create(string name, string[] args) => new(name, args);

    /// <summary>Takes a module into this process.</summary>
    /// <param name="module">The module.</param>
    public void Add(Module module) => modules.Add(module);

    /// <summary>Runs the verb of the command line.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync() => Task.FromResult(modules.Count);
}
