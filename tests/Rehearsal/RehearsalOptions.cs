using System.Globalization;
using MyThoughts.Support;

namespace MyThoughts.Rehearsal;

/// <summary>What to rehearse, and how long to watch each step.</summary>
/// <param name="Module">The module that leaves and comes back.</param>
/// <param name="Watch">How long the load runs between two steps.</param>
/// <param name="People">How many people read and write at once.</param>
/// <param name="Weights">The steps of the weight on the way out, the last of them 100.</param>
public sealed record RehearsalOptions(string Module, TimeSpan Watch, int People, IReadOnlyList<decimal> Weights)
{
    private static readonly TimeSpan DefaultWatch = TimeSpan.FromSeconds(4);

    /// <summary>A rehearsal as an operator would do it.</summary>
    /// <param name="module">The module.</param>
    /// <returns>Its options.</returns>
    public static RehearsalOptions Full(string module) => new(module, DefaultWatch, 8, [1, 5, 25, 50, 100]);

    /// <summary>Reads <c>module [--watch seconds]</c>.</summary>
    internal static RehearsalOptions? Read(string[] arguments, out string problem)
    {
        var modules = SystemUnderTest.Map.Modules.Select(module => module.Name).ToList();
        problem = $"name one module: {string.Join(", ", modules)}. Example: dotnet run build.cs rehearse search [--watch 4]";
        if (arguments is not [var module, .. var rest] || !modules.Contains(module)) return null;
        if (rest is []) return Full(module);
        var isTime = rest is ["--watch", var text] && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600
            ? (TimeSpan?)TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)) : null;
        if (isTime is not { } watch)
        {
            problem = "--watch takes the seconds to watch each step for, above 0 and at most 600. Example: --watch 4";
            return null;
        }
        return Full(module) with { Watch = watch };
    }
}
