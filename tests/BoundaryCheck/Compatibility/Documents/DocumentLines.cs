using System.Text;
using System.Text.Json;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>On which line of a JSON text a field stands.</summary>
internal sealed class DocumentLines
{
    private readonly Dictionary<string, int> lines = [];

    public DocumentLines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var path = new Stack<(string Name, int Next)>();
        var (line, seen) = (1, 0);
        var name = "";
        while (reader.Read())
        {
            line += bytes.AsSpan(seen, (int)reader.TokenStartIndex - seen).Count((byte)'\n');
            seen = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                lines.TryAdd(PathOf(path.Reverse().Select(part => part.Name).Skip(1).Append(name)), line);
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }
            // An element of an array is named by its number.
            if (path.TryPeek(out var parent) && parent.Next >= 0)
            {
                name = $"{parent.Next}";
                path.Pop();
                path.Push((parent.Name, parent.Next + 1));
                lines.TryAdd(PathOf(path.Reverse().Select(part => part.Name).Skip(1).Append(name)), line);
            }
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) path.Push((name, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }
    }

    /// <summary>The line of the field, or of the nearest one around it that is there.</summary>
    public int Of(IEnumerable<string> path)
    {
        for (var parts = path.ToList(); parts.Count > 0; parts.RemoveAt(parts.Count - 1))
            if (lines.TryGetValue(PathOf(parts), out var line)) return line;
        return 1;
    }

    private static string PathOf(IEnumerable<string> parts) => string.Join('\n', parts);
}
