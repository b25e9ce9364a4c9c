using System.Text;
using System.Text.Json;
using MyThoughts.Chassis.Map;

/// <summary>The entry of a new module in the map. What is there stays byte for byte.</summary>
internal static class NewModuleEntry
{
    public const string Map = "Modules/modules.json";

    /// <summary>Puts the entry after the last one.</summary>
    /// <param name="json">The map as it is.</param>
    /// <param name="map">The same, read.</param>
    /// <param name="name">The module's name as in code.</param>
    /// <exception cref="TaskFailedException">The file has no list of modules with one in it.</exception>
    public static byte[] Insert(byte[] json, ModuleMap map, string name)
    {
        var (start, end) = LastEntry(json);
        var newLine = json.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var indent = Encoding.UTF8.GetString(json, 0, start).Split('\n')[^1];
        var entry = string.Concat(Lines(name, map).Select(line => $"{newLine}{indent}{line}"));
        return [.. json[..end], .. Encoding.UTF8.GetBytes("," + entry), .. json[end..]];
    }

    private static IEnumerable<string> Lines(string name, ModuleMap map)
    {
        var lower = name.ToLowerInvariant();
        var ports = FreePorts(map);
        yield return "{";
        yield return $"  \"name\": \"{lower}\",";
        if (name != MappedModule.FolderOf(lower)) yield return $"  \"folder\": \"{name}\",";
        yield return $"  \"schema\": \"{lower}\",";
        yield return $"  \"role\": \"{lower}\",";
        yield return "  \"dependsOn\": [],";
        yield return "  \"follows\": [],";
        yield return $"  \"ports\": {{ \"public\": {ports.Public}, \"proxied\": {ports.Proxied}, \"internal\": {ports.Internal} }},";
        yield return "  \"routes\": [";
        yield return $"    {{ \"name\": \"{lower}\", \"paths\": [\"/{lower}\", \"/api/{lower}\"], \"weight\": 0, \"developmentWeight\": 0 }}";
        yield return "  ]";
        yield return "}";
    }

    // As far from the monolith's as the module's number says: 8004, 7004 and 9004 for the fourth.
    private static MappedPorts FreePorts(ModuleMap map)
    {
        var first = map.Monolith.Ports;
        var taken = map.Modules.Select(module => module.Ports).Append(first).Append(map.Gateway.Ports)
            .SelectMany(ports => (int[])[ports.Public, ports.Internal, ports.Proxied]).ToHashSet();
        return Enumerable.Range(1, 3 * taken.Count + 1)
            .Select(step => new MappedPorts(first.Public + step, first.Internal + step, first.Proxied + step))
            .First(ports => !taken.Contains(ports.Public) && !taken.Contains(ports.Internal) && !taken.Contains(ports.Proxied));
    }

    private static (int Start, int End) LastEntry(byte[] json)
    {
        var mark = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(json.AsSpan(mark));
        var (isInside, start, end) = (false, 0, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName) isInside = reader.ValueTextEquals("modules"u8);
            if (!isInside || reader.CurrentDepth != 2) continue;
            if (reader.TokenType == JsonTokenType.StartObject) start = mark + (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.EndObject) end = mark + (int)reader.BytesConsumed;
        }
        return end > 0 ? (start, end) : throw new TaskFailedException($"{Map} has no list \"modules\" with a module in it. Nothing was written; bring one back.");
    }
}
