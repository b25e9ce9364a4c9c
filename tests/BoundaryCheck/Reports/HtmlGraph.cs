using System.Globalization;
using System.Text;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>The graph of modules as a drawing in the page.</summary>
internal static class HtmlGraph
{
    private const double Port = 22;

    public static Markup Draw(BoundaryReport report)
    {
        var modules = report.Modules.ToDictionary(module => module.Name, module => new GraphNode(module.Name, isHost: false));
        var hosts = report.Hosts.Where(host => host.Modules.Count > 0 || report.Edges.Any(edge => edge.From == host.Host.Name && !edge.IsAllowed && modules.ContainsKey(edge.To))).Select(host => (Node: new GraphNode(host.Host.Name, isHost: true), host.Modules)).ToList();
        var edges = Edges(report, modules, hosts);
        GraphNode[] nodes = [.. hosts.Select(host => host.Node), .. modules.Values];
        var (width, height) = GraphLayout.Arrange(nodes, edges);
        return Markup.Of($"""
            <svg class="graph" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="drawing-title drawing-text">
            <title id="drawing-title">Modules and what they use</title><desc id="drawing-text">{string.Join(". ", edges.Select(edge => edge.Title))}.</desc>
            <defs>{new[] { "use", "unused", "bad", "feed", "host" }.Select(Arrow)}</defs>
            {edges.Select(edge => Draw(edge, edges))}{nodes.Select(Draw)}{edges.Select(edge => Label(edge, edges))}</svg>
            """);
    }

    private static List<GraphEdge> Edges(BoundaryReport report, Dictionary<string, GraphNode> modules, List<(GraphNode Node, IReadOnlyList<string> Modules)> hosts) =>
    [
        .. hosts.SelectMany(host => host.Modules.Where(modules.ContainsKey).Select(module => new GraphEdge(host.Node, modules[module], "host", "", $"{host.Node.Name} holds {module}"))),
        .. hosts.SelectMany(host => report.Edges.Where(edge => edge.From == host.Node.Name && !edge.IsAllowed && modules.ContainsKey(edge.To))
            .Select(edge => new GraphEdge(host.Node, modules[edge.To], "bad", $"✕ {edge.Uses.Count}", $"{edge.From} uses {edge.To} at {Words.Count(edge.Uses.Count, "place")}, which the map does not allow"))),
        .. report.Edges.Where(edge => modules.ContainsKey(edge.From) && modules.ContainsKey(edge.To)).Select(edge => new GraphEdge(
            modules[edge.From], modules[edge.To], !edge.IsAllowed ? "bad" : edge.Uses.Count == 0 ? "unused" : "use", edge.Uses.Count == 0 ? "" : $"{(edge.IsAllowed ? "" : "✕ ")}{edge.Uses.Count}",
            $"{edge.From} {(edge.Uses.Count == 0 ? "may use" : "uses")} {edge.To} at {Words.Count(edge.Uses.Count, "place")}{(edge.IsAllowed ? "" : ", which the map does not allow")}")),
        // The arrow goes with the data; the follower stands above the feed, as it does above what it calls.
        .. report.Modules.SelectMany(module => module.Follows.Where(feed => modules.ContainsKey(feed) && feed != module.Name)
            .Select(feed => new GraphEdge(modules[feed], modules[module.Name], "feed", "", $"{module.Name} follows the feed of {feed}") { PointsUp = true })),
    ];

    private static Markup Arrow(string kind) => Markup.Of($"""
        <marker id="arrow-{kind}" class="{kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0.5 8 4 0 7.5z"/></marker>
        """);

    private static Markup Draw(GraphNode node) => Markup.Of($"""
        <g class="{(node.IsHost ? "host" : "module")}"><rect x="{node.X - node.Width / 2}" y="{node.Y}" width="{node.Width}" height="{GraphLayout.BoxHeight}" rx="{(node.IsHost ? 22 : 8)}"/><text x="{node.X}" y="{node.Y + GraphLayout.BoxHeight / 2}">{node.Name}</text></g>
        """);

    private static Markup Draw(GraphEdge edge, List<GraphEdge> all) => Markup.Of($"""
        <path class="{edge.Kind}" d="{Path(edge, all)}" marker-{(edge.PointsUp ? "start" : "end")}="url(#arrow-{edge.Kind})"><title>{edge.Title}</title></path>
        """);

    private static Markup Label(GraphEdge edge, List<GraphEdge> all)
    {
        if (edge.Label.Length == 0) return Markup.Nothing;
        var (x, y) = (PortOf(edge, all, edge.Upper), edge.Upper.Y + GraphLayout.BoxHeight);
        var next = edge.Way.Count > 2 ? edge.Way[1].X : PortOf(edge, all, edge.Lower);
        // Not in the middle, where arrows cross.
        return Markup.Of($"<text class=\"count {edge.Kind}\" x=\"{x + (next - x) * 0.3}\" y=\"{y + (edge.Way[1].Y - y) * 0.38}\">{edge.Label}</text>");
    }

    // From box to box in curves that leave and arrive upright.
    private static string Path(GraphEdge edge, List<GraphEdge> all)
    {
        var path = new StringBuilder();
        var (x, y) = (PortOf(edge, all, edge.Upper), edge.Upper.Y + GraphLayout.BoxHeight + 3);
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}");
        foreach (var node in edge.Way.Skip(1))
        {
            var last = node == edge.Lower;
            var (toX, toY) = (last ? PortOf(edge, all, node) : node.X, last ? node.Y - 3 : node.Y);
            path.Append(CultureInfo.InvariantCulture, $"C{x:0.#} {(y + toY) / 2:0.#} {toX:0.#} {(y + toY) / 2:0.#} {toX:0.#} {toY:0.#}");
            if (!last) path.Append(CultureInfo.InvariantCulture, $"V{toY + GraphLayout.BoxHeight:0.#}");
            (x, y) = (toX, last ? toY : toY + GraphLayout.BoxHeight);
        }
        return path.ToString();
    }

    // Arrows at the same side of a box stand beside each other, in the order of where they go.
    private static double PortOf(GraphEdge edge, List<GraphEdge> all, GraphNode node)
    {
        var isUpper = edge.Upper == node;
        var beside = all.Where(other => (isUpper ? other.Upper : other.Lower) == node).OrderBy(other => (isUpper ? other.Way[1] : other.Way[^2]).X).ToList();
        var step = Math.Min(Port, (node.Width - 24) / Math.Max(1, beside.Count - 1));
        return node.X + (beside.IndexOf(edge) - (beside.Count - 1) / 2.0) * step;
    }
}
