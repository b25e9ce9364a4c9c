namespace MyThoughts.BoundaryCheck.Baseline;

/// <summary>A violation that was there when the check came to the code, or that somebody took on knowingly.</summary>
/// <param name="Rule">The id of the rule it breaks.</param>
/// <param name="From">What breaks it.</param>
/// <param name="To">What it reaches for.</param>
/// <param name="Reason">Why it is let pass for now, as given on the command line.</param>
/// <param name="Since">The day it was listed.</param>
internal sealed record BaselineEntry(string Rule, string From, string To, string Reason, DateOnly Since);
