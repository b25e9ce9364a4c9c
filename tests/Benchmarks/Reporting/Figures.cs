using System.Globalization;
using MyThoughts.Benchmarks.Core;
using static System.FormattableString;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>Figures and limits as text.</summary>
internal static class Figures
{
    public static string Of(double figure, string unit) => Invariant($"{(figure >= 100 ? $"{figure:0}" : Invariant($"{figure:0.00}"))}{(unit.Length > 0 ? $" {unit}" : "")}");

    /// <summary>A figure of an arm, or a dash where that kind of load has none.</summary>
    public static string OfArm(double figure, string format) => double.IsFinite(figure) ? figure.ToString(format, CultureInfo.InvariantCulture) : "–";

    public static string Limit(Target target, double limit) => Invariant($"{(target.IsAtLeast ? "≥" : "≤")} {limit:0.##}{(target.Unit.Length > 0 ? $" {target.Unit}" : "")}");

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Aim => "reaches the aim",
        Verdict.Must => "holds",
        Verdict.Missed => "missed",
        _ => "void",
    };
}
