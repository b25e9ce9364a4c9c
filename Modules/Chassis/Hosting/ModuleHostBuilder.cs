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

    /// <summary>
    /// How this host has a module: the setting <c>Modules:&lt;name&gt;:Mode</c>, <see cref="HostingMode.InProcess"/> when absent. Only the
    /// monolith chooses: a service is its module's own process.
    /// </summary>
    /// <param name="module">The module's name in the map.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="SettingException">It is no mode, or not one for this host.</exception>
    public HostingMode ModeOf(string module)
    {
        var setting = $"Modules:{module}:Mode";
        if (Configuration[setting] is not { Length: > 0 } text) return HostingMode.InProcess;
        // Not by number, and not two at once, both of which parsing an enum would take.
        if (!Enum.GetNames<HostingMode>().Contains(text, StringComparer.OrdinalIgnoreCase))
            throw new SettingException($"{setting} is '{text}', which is no hosting mode. Use InProcess, Remote or Absent. Example: {setting}=Remote");
        var mode = Enum.Parse<HostingMode>(text, ignoreCase: true);
        if (mode != HostingMode.InProcess && Name == module)
            throw new SettingException($"{setting} is '{text}', but this host is the {module} service itself. Leave the setting out, or set it on the monolith.");
        return mode;
    }

    /// <summary>Takes a module into this process.</summary>
    /// <param name="module">The module.</param>
    public void Add(Module module) => modules.Add(module);
}
