using MyThoughts.BoundaryCheck.Reports;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>The graph is drawn so that it can be read.</summary>
internal sealed class GraphLayoutTests
{
    [Test]
    public void Whoever_uses_stands_above_what_it_uses_and_an_arrow_over_two_layers_goes_around_the_box_between()
    {
        var (a, b, c) = (Node("a"), Node("b"), Node("c"));
        GraphEdge[] edges = [Edge(a, b), Edge(b, c), Edge(a, c)];
        GraphLayout.Arrange([a, b, c], edges);
        new[] { a.Layer, b.Layer, c.Layer }.Should().Equal(0, 1, 2);
        Math.Abs(edges[2].Way[1].X - b.X).Should().BeGreaterThan(b.Width / 2);
    }

    [Test]
    public void A_circle_is_drawn_with_one_arrow_that_points_up()
    {
        var (a, b, c) = (Node("a"), Node("b"), Node("c"));
        GraphEdge[] edges = [Edge(a, b), Edge(b, c), Edge(c, a)];
        GraphLayout.Arrange([a, b, c], edges);
        edges.Count(edge => edge.PointsUp).Should().Be(1);
        edges.Should().OnlyContain(edge => edge.Upper.Layer < edge.Lower.Layer);
    }

    [Test]
    public void No_box_lies_on_another_nor_outside_in_a_graph_of_fifty()
    {
        var nodes = Enumerable.Range(0, 50).Select(number => Node($"module-{number}")).ToList();
        var edges = Enumerable.Range(1, 49).SelectMany(number => new[] { Edge(nodes[number / 2], nodes[number]), Edge(nodes[number / 5], nodes[number]) }).Where(edge => edge.From != edge.To).ToList();
        var (width, height) = GraphLayout.Arrange(nodes, edges);
        nodes.Should().OnlyContain(node => node.X - node.Width / 2 >= 0 && node.X + node.Width / 2 <= width && node.Y + GraphLayout.BoxHeight <= height);
        foreach (var layer in nodes.GroupBy(node => node.Layer).Select(layer => layer.OrderBy(node => node.X).ToList()))
            layer.Zip(layer.Skip(1)).All(pair => pair.First.X + pair.First.Width / 2 < pair.Second.X - pair.Second.Width / 2).Should().BeTrue();
    }

    private static GraphNode Node(string name) => new(name, isHost: false);

    private static GraphEdge Edge(GraphNode from, GraphNode to) => new(from, to, "use", "", "");
}
