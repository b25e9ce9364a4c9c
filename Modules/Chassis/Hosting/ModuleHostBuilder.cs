using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Hosting;

/// <summary>A host while it is being composed out of modules.</summary>
public sealed class ModuleHostBuilder
{
    private readonly List<Module> modules = [];

    internal ModuleHostBuilder(string name, string[] args)
    {
        Name = name;
        Map = ModuleMap.Load();
        // Settings and assets lie next to the executable, wherever it is started from.
        Web = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    }

    /// <summary>The host's name: <c>monolith</c>, or that of the module it serves.</summary>
    public string Name { get; }

    /// <summary>The module map.</summary>
    public ModuleMap Map { get; }

    /// <summary>Where modules register their services.</summary>
    public IServiceCollection Services => Web.Services;

    /// <summary>Settings from every source.</summary>
    public ConfigurationManager Configuration => Web.Configuration;

    /// <summary>Development or Production.</summary>
    public IHostEnvironment Environment => Web.Environment;

    /// <summary>The modules in this process so far.</summary>
    public IReadOnlyList<Module> Modules => modules;

    internal WebApplicationBuilder Web { get; }

    /// <summary>Takes a module into this process.</summary>
    /// <param name="module">The module.</param>
    public void Add(Module module) => modules.Add(module);
}
