namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>A line of Prometheus text.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    public string this[string label] => Labels.GetValueOrDefault(label, "");
}
