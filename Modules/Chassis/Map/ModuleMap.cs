using System.Text.Json;

namespace MyThoughts.Chassis.Map;

/// <summary>The module map, <c>Modules/modules.json</c>: the one place for schemas, roles, routes, allowed dependencies and ports.</summary>
/// <param name="Monolith">The monolith's own part.</param>
/// <param name="Gateway">The gateway's own part.</param>
/// <param name="Modules">Every module, extracted or not.</param>
public sealed record ModuleMap(MappedHost Monolith, MappedGateway Gateway, IReadOnlyList<MappedModule> Modules)
{
    private const string FileName = "modules.json";
    private const string GatewayName = "gateway";

    /// <summary>Every schema with its owner and its login role: one for each module, and the gateway's.</summary>
    public IReadOnlyList<MappedSchema> Schemas =>
        [.. Modules.Select(module => new MappedSchema(module.Name, module.Schema, module.Role)), new(GatewayName, Gateway.Schema, Gateway.Role)];

    /// <summary>Reads the copy that the build put next to the host.</summary>
    /// <returns>The map.</returns>
    /// <exception cref="InvalidDataException">The file is not a module map.</exception>
    public static ModuleMap Load() => Load(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>Reads a map from a file.</summary>
    /// <param name="path">Path of the JSON file.</param>
    /// <returns>The map.</returns>
    /// <exception cref="InvalidDataException">The file is not a module map.</exception>
    public static ModuleMap Load(string path) =>
        JsonSerializer.Deserialize<ModuleMap>(File.ReadAllBytes(path), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"{path} holds no module map.");

    /// <summary>Finds a module by its name.</summary>
    /// <param name="name">The module's name as in the map, for example <c>search</c>.</param>
    /// <returns>The module's entry.</returns>
    /// <exception cref="InvalidDataException">The map has no such module.</exception>
    public MappedModule Module(string name) =>
        Modules.SingleOrDefault(module => module.Name == name)
        ?? throw new InvalidDataException($"{FileName} has no module '{name}'.");

    /// <summary>Finds the modules that follow a module's change feed.</summary>
    /// <param name="name">The module whose feed it is.</param>
    /// <returns>Their names; those are the names under which they read it.</returns>
    public IReadOnlyList<string> FollowersOf(string name) =>
        [.. Modules.Where(module => module.Follows.Contains(name)).Select(module => module.Name)];

    /// <summary>Finds the ports of a host: <c>monolith</c>, <c>gateway</c>, or the service of a module.</summary>
    /// <param name="host">The host's name.</param>
    /// <returns>Its default ports.</returns>
    /// <exception cref="InvalidDataException">The map has no such host.</exception>
    public MappedPorts Ports(string host) => host switch
    {
        "monolith" => Monolith.Ports,
        GatewayName => Gateway.Ports,
        _ => Module(host).Ports,
    };
}

/// <summary>The gateway.</summary>
/// <param name="Schema">The schema in which it keeps its routes, weights and keys.</param>
/// <param name="Role">The login role granted on that schema and on no other.</param>
/// <param name="Ports">Its default ports.</param>
public sealed record MappedGateway(string Schema, string Role, MappedPorts Ports);

/// <summary>A schema of the map.</summary>
/// <param name="Owner">A module's name, or <c>gateway</c>.</param>
/// <param name="Schema">Its name.</param>
/// <param name="Role">The login role granted on it and on no other.</param>
public sealed record MappedSchema(string Owner, string Schema, string Role);

/// <summary>A host that is no module's service.</summary>
/// <param name="Ports">Its default ports.</param>
public sealed record MappedHost(MappedPorts Ports);

/// <summary>One module of the map.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Schema">The schema it owns.</param>
/// <param name="Role">The login role granted on that schema and on no other.</param>
/// <param name="DependsOn">Names of the modules whose contracts it may use.</param>
/// <param name="Follows">Names of the modules whose change feeds it follows, each of which it depends on.</param>
/// <param name="Ports">Default ports of its extracted service.</param>
/// <param name="Routes">The routes that the gateway splits for it.</param>
public sealed record MappedModule(
    string Name, string Schema, string Role, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Follows, MappedPorts Ports, IReadOnlyList<MappedRoute> Routes)
{
    /// <summary>
    /// Its name in code: that of its folder below <c>Modules</c>, and what follows <c>MyThoughts.</c> in the names of its projects. Where the
    /// map does not say, it is the name with a capital.
    /// </summary>
    public string Folder { get => field ?? FolderOf(Name); init; }

    /// <summary>Finds the folder of a module whose entry does not name one.</summary>
    /// <param name="name">The module's name.</param>
    /// <returns>The name with a capital.</returns>
    public static string FolderOf(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>Default ports of a host.</summary>
/// <param name="Public">HTTP/1.1, for anyone.</param>
/// <param name="Internal">The same plus administration and metrics.</param>
/// <param name="Proxied">Cleartext HTTP/2, for the gateway alone; 0 when the host has none.</param>
public sealed record MappedPorts(int Public, int Internal, int Proxied = 0);

/// <summary>A named set of paths that leaves the monolith as one.</summary>
/// <param name="Name">The route's name.</param>
/// <param name="Paths">The paths it owns, each with everything below it.</param>
/// <param name="Weight">Percentage of visitors sent to the service, 0 to 100 in steps of 0.01.</param>
/// <param name="DevelopmentWeight">The same in Development.</param>
public sealed record MappedRoute(string Name, IReadOnlyList<string> Paths, decimal Weight, decimal DevelopmentWeight);
