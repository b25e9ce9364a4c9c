namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>A box of the graph, with its place when the layout has found one.</summary>
internal sealed class GraphNode(string name, bool isHost)
{
    public string Name { get; } = name;

    public bool IsHost { get; } = isHost;

    public double Width { get; init; } = Math.Max(112, name.Length * 8.2 + 36);

    public int Layer { get; set; }

    public double X { get; set; }

    public double Y => Layer * GraphLayout.LayerHeight + GraphLayout.Margin;
}

/// <summary>An arrow of the graph. It is drawn downwards, and points up when its end lies above its start.</summary>
internal sealed class GraphEdge(GraphNode from, GraphNode to, string kind, string label, string title)
{
    public GraphNode From { get; } = from;

    public GraphNode To { get; } = to;

    public string Kind { get; } = kind;

    public string Label { get; } = label;

    public string Title { get; } = title;

    public bool PointsUp { get; set; }

    public GraphNode Upper => PointsUp ? To : From;

    public GraphNode Lower => PointsUp ? From : To;

    /// <summary>What it passes through, from the upper box to the lower one.</summary>
    public List<GraphNode> Way { get; } = [];
}

/// <summary>Lays a graph out in layers: whoever uses stands above what it uses, and arrows go around the boxes between.</summary>
internal static class GraphLayout
{
    public const double BoxHeight = 44;
    public const double LayerHeight = 132;
    public const double Margin = 16;

    private const double Gap = 36;
    private const int Sweeps = 8;

    /// <returns>The width and the height of the whole.</returns>
    public static (double Width, double Height) Arrange(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        TurnBackEdges(nodes, edges);
        AssignLayers(nodes, edges);
        var layers = Fill(nodes, edges);
        Spread(layers);
        for (var sweep = 0; sweep < Sweeps; sweep++) Order(layers, edges, downwards: sweep % 2 == 0);
        var width = layers.Max(layer => layer.Sum(node => node.Width) + (layer.Count - 1) * Gap) + 2 * Margin;
        foreach (var node in layers.SelectMany(layer => layer)) node.X += width / 2;
        return (width, (layers.Count - 1) * LayerHeight + BoxHeight + 2 * Margin);
    }

    // An arrow that would close a circle is drawn the other way round.
    private static void TurnBackEdges(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        var (open, done) = (new HashSet<GraphNode>(), new HashSet<GraphNode>());
        void Visit(GraphNode node)
        {
            open.Add(node);
            foreach (var edge in edges.Where(edge => edge.Upper == node).ToList())
                if (open.Contains(edge.Lower)) edge.PointsUp = !edge.PointsUp;
                else if (!done.Contains(edge.Lower)) Visit(edge.Lower);
            open.Remove(node);
            done.Add(node);
        }
        foreach (var node in nodes) if (!done.Contains(node)) Visit(node);
    }

    private static void AssignLayers(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        var first = nodes.Any(node => node.IsHost) ? 1 : 0;
        foreach (var node in nodes) node.Layer = node.IsHost ? 0 : first;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var edge in edges.Where(edge => edge.Lower.Layer <= edge.Upper.Layer && edge.Lower != edge.Upper))
                (edge.Lower.Layer, moved) = (edge.Upper.Layer + 1, true);
        }
    }

    private static List<List<GraphNode>> Fill(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        var layers = Enumerable.Range(0, nodes.Max(node => node.Layer) + 1).Select(layer => nodes.Where(node => node.Layer == layer).ToList()).ToList();
        foreach (var edge in edges)
        {
            edge.Way.Add(edge.Upper);
            for (var layer = edge.Upper.Layer + 1; layer < edge.Lower.Layer; layer++)
            {
                var between = new GraphNode("", isHost: false) { Width = 8, Layer = layer };
                layers[layer].Add(between);
                edge.Way.Add(between);
            }
            edge.Way.Add(edge.Lower);
        }
        return layers;
    }

    private static void Order(List<List<GraphNode>> layers, IReadOnlyList<GraphEdge> edges, bool downwards)
    {
        var steps = edges.SelectMany(edge => edge.Way.Zip(edge.Way.Skip(1))).ToList();
        var neighbours = downwards ? steps.ToLookup(step => step.Second, step => step.First) : steps.ToLookup(step => step.First, step => step.Second);
        foreach (var layer in downwards ? layers : layers.AsEnumerable().Reverse())
        {
            var wanted = layer.ToDictionary(node => node, node => neighbours[node].Select(other => other.X).DefaultIfEmpty(node.X).Average());
            var sorted = layer.OrderBy(node => wanted[node]).ToList();
            layer.Clear();
            layer.AddRange(sorted);
        }
        Spread(layers);
    }

    private static void Spread(List<List<GraphNode>> layers)
    {
        foreach (var layer in layers)
        {
            var x = -(layer.Sum(node => node.Width) + (layer.Count - 1) * Gap) / 2;
            foreach (var node in layer)
            {
                node.X = x + node.Width / 2;
                x += node.Width + Gap;
            }
        }
    }
}
