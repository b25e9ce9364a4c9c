using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>How far a module is from a process of its own.</summary>
/// <param name="Module">The module.</param>
/// <param name="Factors">What stands in between; the sum of their points is the distance.</param>
/// <param name="Next">What to do, in this order.</param>
internal sealed record ModuleReadiness(MapModule Module, IReadOnlyList<Factor> Factors, IReadOnlyList<string> Next)
{
    public int Points => Factors.Sum(factor => factor.Points);

    public Factor this[string factor] => Factors.First(candidate => candidate.Id == factor);
}
