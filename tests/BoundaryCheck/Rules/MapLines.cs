using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>The lines of the map.</summary>
internal static class MapLines
{
    /// <returns>The first line at or below a module's name that has a text or a number as a value; the name's own line when there is none.</returns>
    public static Place Of(SolutionUnderCheck solution, string module, string text)
    {
        var lines = File.ReadAllLines(solution.MapFile);
        var start = Array.FindIndex(lines, line => line.Contains($"\"{module}\"", StringComparison.Ordinal) && line.Contains("\"name\"", StringComparison.Ordinal));
        var value = new Regex($"(\"|: ){Regex.Escape(text)}(?![\\w/])");
        var line = start < 0 ? -1 : Array.FindIndex(lines, start, value.IsMatch);
        return new(solution.Relative(solution.MapFile), Math.Max(line, start) + 1);
    }
}
