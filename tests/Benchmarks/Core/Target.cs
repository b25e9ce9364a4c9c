namespace MyThoughts.Benchmarks.Core;

/// <summary>What ought to come out.</summary>
/// <param name="Name">The figure, and what it is compared with.</param>
/// <param name="Must">The limit that has to hold.</param>
/// <param name="Aim">The one that would be good.</param>
/// <param name="Unit">The unit; nothing for a ratio.</param>
internal sealed record Target(string Name, double Must, double Aim, string Unit = "")
{
    /// <summary>Whether more is better; the aim says so.</summary>
    public bool IsAtLeast => Aim > Must;

    public bool Meets(double figure, double limit) => IsAtLeast ? figure >= limit : figure <= limit;
}
