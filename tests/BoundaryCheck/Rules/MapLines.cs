using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>The lines of the map.</summary>
internal static class MapLines
{
    /// <returns>The first line at or below a module's name that has a text in quotes; the name's own line when there is none.</returns>
    public static Place Of(SolutionUnderCheck solution, string module, string text)
    {
        var lines = File.ReadAllLines(solution.MapFile);
        var start = Array.FindIndex(lines, line => line.Contains($"\"{module}\"", StringComparison.Ordinal) && line.Contains("\"name\"", StringComparison.Ordinal));
        var line = start < 0 ? -1 : Array.FindIndex(lines, start, candidate => candidate.Contains($"\"{text}\"", StringComparison.Ordinal));
        return new(solution.Relative(solution.MapFile), Math.Max(line, start) + 1);
    }
}
