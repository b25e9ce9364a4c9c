using System.Text.Json;

namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>What the check reads of a module map: who owns which schema and paths, and who may depend on whom. Other fields are left alone.</summary>
/// <param name="Modules">The modules.</param>
/// <param name="Gateway">The gateway, when there is one.</param>
/// <param name="Monolith">The host of all modules, when it has ports in the map.</param>
internal sealed record SolutionMap(IReadOnlyList<MapModule> Modules, MapGateway? Gateway = null, MapHost? Monolith = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Every schema with its owner and its login role: one for each module, and the gateway's when there is one.</summary>
    public IReadOnlyList<OwnedSchema> Schemas =>
    [
        .. Modules.Where(module => module.Schema is not null).Select(module => new OwnedSchema(module.Name, module.Schema!, module.Role ?? module.Schema!)),
        .. Gateway is { Schema: { } schema } gateway ? new[] { new OwnedSchema("gateway", schema, gateway.Role ?? schema) } : [],
    ];

    public MapModule? Find(string module) => Modules.FirstOrDefault(candidate => candidate.Name == module);

    /// <summary>Reads a map; a file that is none says why in one line.</summary>
    /// <exception cref="CheckFailedException">There is no such file, or it is no map.</exception>
    public static SolutionMap Read(string path)
    {
        if (!File.Exists(path)) throw new CheckFailedException($"there is no module map at {path}. Name one with --map; nothing was checked.");
        try
        {
            var map = JsonSerializer.Deserialize<SolutionMap>(File.ReadAllBytes(path), Options);
            if (map?.Modules is { Count: > 0 } modules)
                return Problem(modules) is not { } problem ? map : throw new CheckFailedException($"{path} is no module map: {problem} Nothing was checked.");
        }
        catch (JsonException problem)
        {
            throw new CheckFailedException($"{path} is no module map: {problem.Message} Nothing was checked.");
        }
        throw new CheckFailedException($"{path} lists no modules. Nothing was checked.");
    }

    // What no rule could speak of.
    private static string? Problem(IReadOnlyList<MapModule> modules) =>
        modules.Any(module => string.IsNullOrWhiteSpace(module?.Name)) ? "each of its \"modules\" needs a \"name\"."
        : modules.GroupBy(module => module.Name).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"it has the module {twice.Key} twice."
        : modules.FirstOrDefault(module => module.Routes.Any(route => route?.Paths is null)) is { } pathless ? $"each of the \"routes\" of {pathless.Name} needs \"paths\"."
        : null;
}

/// <summary>A module of the map.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Schema">The schema it owns; null when it keeps nothing.</param>
/// <param name="Role">Its login role; the schema's name unless told.</param>
/// <param name="DependsOn">Modules whose contracts it may use.</param>
/// <param name="Follows">Modules whose change feeds it follows.</param>
/// <param name="Routes">The paths it owns.</param>
/// <param name="Ports">The ports of its service, by their purpose.</param>
/// <param name="InternalPaths">Paths it answers that no gateway sends it, for administration.</param>
/// <param name="Folder">Its folder beside the map; its name with a capital unless told.</param>
internal sealed record MapModule(
    string Name, string? Schema = null, string? Role = null, IReadOnlyList<string>? DependsOn = null, IReadOnlyList<string>? Follows = null,
    IReadOnlyList<MapRoute>? Routes = null, IReadOnlyDictionary<string, int>? Ports = null, IReadOnlyList<string>? InternalPaths = null, string? Folder = null)
{
    public IReadOnlyList<string> DependsOn { get; } = DependsOn ?? [];

    public IReadOnlyList<string> Follows { get; } = Follows ?? [];

    public IReadOnlyList<MapRoute> Routes { get; } = Routes ?? [];

    public IReadOnlyList<string> InternalPaths { get; } = InternalPaths ?? [];

    public string Folder { get; } = Folder ?? (Name is { Length: > 0 } ? $"{char.ToUpperInvariant(Name[0])}{Name[1..]}" : "");

    public IEnumerable<string> Paths => Routes.SelectMany(route => route.Paths);
}

internal sealed record MapRoute(string Name, IReadOnlyList<string> Paths);

internal sealed record MapGateway(string? Schema = null, string? Role = null, IReadOnlyDictionary<string, int>? Ports = null);

internal sealed record MapHost(IReadOnlyDictionary<string, int>? Ports = null);

internal sealed record OwnedSchema(string Owner, string Schema, string Role);
