using System.Text.Json.Nodes;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>What changed between two OpenAPI documents, and what of it breaks an older client.</summary>
internal sealed class DocumentComparison
{
    private readonly List<Change> changes = [];
    private readonly DocumentLines lines;
    private readonly Part before;
    private readonly Part after;
    private readonly SchemaComparison schemas;

    private DocumentComparison(string before, JsonObject after)
    {
        var approved = JsonNode.Parse(before)!;
        this.before = new(approved, [], approved);
        this.after = new(after, [], after);
        lines = new(before);
        schemas = new(Add);
    }

    /// <exception cref="System.Text.Json.JsonException">The approved text is no JSON.</exception>
    public static IReadOnlyList<Change> Compare(string before, JsonObject after)
    {
        var comparison = new DocumentComparison(before, after);
        comparison.Paths();
        return [.. comparison.changes.OrderBy(change => change.Line)];
    }

    private void Paths()
    {
        foreach (var path in before["paths"].Names)
        {
            var (old, now) = (before["paths"][path], after["paths"][path]);
            if (!now.IsThere) Add(old, path, "path removed", "an older client gets 404");
            else Operations(path, old, now);
        }
        foreach (var path in after["paths"].Names.Except(before["paths"].Names)) Add(before["paths"], path, "new path");
    }

    private void Operations(string path, Part old, Part now)
    {
        foreach (var method in Methods(old))
            if (now[method].IsThere) Operation($"{method.ToUpperInvariant()} {path}", (old, old[method]), (now, now[method]));
            else Add(old[method], $"{method.ToUpperInvariant()} {path}", "operation removed", "an older client gets 405");
        foreach (var method in Methods(now).Except(Methods(old))) Add(old, $"{method.ToUpperInvariant()} {path}", "new operation");
    }

    private void Operation(string name, (Part Path, Part Own) old, (Part Path, Part Own) now)
    {
        Parameters(name, ParametersOf(old), ParametersOf(now), old.Own);
        Body(name, old.Own, now.Own);
        Security(name, old.Own, now.Own);
        foreach (var status in old.Own["responses"].Names)
        {
            var (was, response) = (old.Own["responses"][status], now.Own["responses"][status]);
            if (!response.IsThere) Add(was, $"{name} {status}", "response removed", $"an older client waits for a {status} that no longer comes");
            else Response($"{name} {status}", was, response);
        }
        foreach (var status in now.Own["responses"].Names.Except(old.Own["responses"].Names)) Add(old.Own, $"{name} {status}", "new response");
    }

    private void Parameters(string name, Dictionary<string, Part> old, Dictionary<string, Part> now, Part operation)
    {
        foreach (var (key, parameter) in old)
        {
            if (!now.TryGetValue(key, out var other)) Add(parameter, $"{name} {key}", "parameter removed", "what an older client sends with it is not looked at");
            else
            {
                if (other["required"].IsTrue && !parameter["required"].IsTrue) Add(parameter, $"{name} {key}", "parameter now required", "an older client may leave it out, and gets 400");
                schemas.Compare($"{name} {key}", parameter["schema"], other["schema"], isInput: true);
            }
        }
        foreach (var (key, parameter) in now.Where(parameter => !old.ContainsKey(parameter.Key)))
            if (parameter["required"].IsTrue) Add(operation, $"{name} {key}", "new required parameter", "an older client does not send it, and gets 400");
            else Add(operation, $"{name} {key}", "new parameter");
    }

    private void Body(string name, Part old, Part now)
    {
        var (was, body) = (old["requestBody"], now["requestBody"]);
        if (!was.IsThere && body["required"].IsTrue) Add(old, $"{name} body", "new required body", "an older client sends none, and gets 400");
        else if (!was.IsThere && body.IsThere) Add(old, $"{name} body", "new body");
        else if (was.IsThere && !body.IsThere) Add(was, $"{name} body", "body removed", "what an older client sends is not looked at");
        else if (was.IsThere)
        {
            if (body["required"].IsTrue && !was["required"].IsTrue) Add(was, $"{name} body", "body now required", "an older client may send none, and gets 400");
            Content($"{name} body", was, body, isInput: true, "an older client sends it, and gets 415");
        }
    }

    private void Response(string name, Part old, Part now)
    {
        Content(name, old, now, isInput: false, "an older client reads no other");
        foreach (var header in old["headers"].Names)
            if (now["headers"][header].IsThere) schemas.Compare($"{name} {header}", old["headers"][header]["schema"], now["headers"][header]["schema"], isInput: false);
            else Add(old["headers"][header], $"{name} {header}", "header removed", "an older client looks for it in vain");
    }

    private void Content(string name, Part old, Part now, bool isInput, string seen)
    {
        foreach (var type in old["content"].Names)
            if (now["content"][type].IsThere) schemas.Compare($"{name} {type}", old["content"][type]["schema"], now["content"][type]["schema"], isInput);
            else Add(old["content"][type], $"{name} {type}", "content type removed", seen);
        foreach (var type in now["content"].Names.Except(old["content"].Names)) Add(old, $"{name} {type}", "new content type");
    }

    // A list of ways in; one with nothing in it lets everybody in, and so does no list.
    private void Security(string name, Part old, Part now)
    {
        var (was, ways) = (WaysIn(old, before), WaysIn(now, after));
        if (was.SetEquals(ways)) return;
        if (was.IsSubsetOf(ways) || ways.Contains("{}")) Add(old, $"{name} security", "another way in");
        else Add(old, $"{name} security", "security changed", "an older client gets 401 or 403");
    }

    private static HashSet<string> WaysIn(Part operation, Part document)
    {
        var ways = (operation["security"].IsThere ? operation["security"] : document["security"]).Items.Select(way => way.Node!.ToJsonString()).ToHashSet();
        return ways.Count > 0 ? ways : ["{}"];
    }

    private static Dictionary<string, Part> ParametersOf((Part Path, Part Own) operation)
    {
        var parameters = new Dictionary<string, Part>();
        foreach (var parameter in operation.Path["parameters"].Items.Concat(operation.Own["parameters"].Items))
            parameters[$"{parameter["in"].Text} '{parameter["name"].Text}'"] = parameter;
        return parameters;
    }

    private static IEnumerable<string> Methods(Part path) =>
        path.Names.Where(name => name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace");

    private void Add(Part place, string subject, string kind, string seen = "") => changes.Add(new(subject, kind, lines.Of(place.Path), seen));
}
