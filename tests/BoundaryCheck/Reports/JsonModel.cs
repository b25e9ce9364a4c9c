namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>The report for programs. Fields are added, never renamed or removed; whatever would break a reader raises the format.</summary>
/// <param name="Format">1.</param>
/// <param name="Holds">Whether the check passes: no new violation, no entry without one.</param>
/// <param name="Verdict">The same in words; it says when something was not checked.</param>
/// <param name="Modules">The map, and how far each module is from a process of its own.</param>
/// <param name="Hosts">The programs and the modules in them.</param>
/// <param name="Rules">Every rule with its state: <c>violated</c>, <c>known</c>, <c>notChecked</c> or <c>holds</c>.</param>
/// <param name="NewViolations">Each fails the check.</param>
/// <param name="KnownViolations">Those that the baseline lists.</param>
/// <param name="Gone">Entries of the baseline whose violation is no longer there.</param>
/// <param name="NotChecked">What could not be looked at.</param>
/// <param name="Edges">Who uses whom, and where.</param>
/// <param name="Readiness">Which module to extract first and why.</param>
/// <param name="Chassis">The shared code; null when there is none.</param>
/// <param name="History">What git tells; null when it was not asked.</param>
/// <param name="Calls">What hosts have measured; null when none was named.</param>
internal sealed record JsonModel(
    int Format, bool Holds, string Verdict, IReadOnlyList<JsonModule> Modules, IReadOnlyList<JsonHost> Hosts, IReadOnlyList<JsonRule> Rules,
    IReadOnlyList<JsonViolation> NewViolations, IReadOnlyList<JsonViolation> KnownViolations, IReadOnlyList<JsonEntry> Gone, IReadOnlyList<JsonNotChecked> NotChecked,
    IReadOnlyList<JsonEdge> Edges, JsonReadiness Readiness, JsonChassis? Chassis, JsonHistory? History, IReadOnlyList<JsonCall>? Calls);

internal sealed record JsonModule(
    string Name, string? Schema, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Follows, IReadOnlyList<string> Paths, int Points, IReadOnlyList<JsonFactor> Factors, IReadOnlyList<string> Next);

/// <summary><c>points</c>: count times each.</summary>
internal sealed record JsonFactor(string Id, string Name, int Count, int Each, int Points, IReadOnlyList<JsonFinding> Evidence);

internal sealed record JsonFinding(string What, IReadOnlyList<JsonPlace> Places);

internal sealed record JsonHost(string Name, IReadOnlyList<string> Modules);

internal sealed record JsonRule(string Id, string Reason, string Instead, string State, bool CheckedInFull);

/// <summary><c>key</c>: the same violation wherever it stands in its file. <c>baseline</c>: why it is let pass; null for a new one.</summary>
internal sealed record JsonViolation(string Rule, string Owner, string From, string To, string What, JsonPlace Place, string Key, JsonEntry? Baseline);

internal sealed record JsonEntry(string Rule, string From, string To, string Reason, DateOnly Since);

/// <summary><c>line</c>: from 1; 0 when the file has no line for it.</summary>
internal sealed record JsonPlace(string File, int Line);

internal sealed record JsonNotChecked(string What, string Why, IReadOnlyList<string> Rules);

/// <summary><c>isAllowed</c>: whether the map allows it. An edge that it allows and nobody uses has no uses.</summary>
internal sealed record JsonEdge(string From, string To, bool IsAllowed, IReadOnlyList<JsonUse> Uses);

/// <summary><c>witness</c>: <c>source</c> or <c>assembly</c>.</summary>
internal sealed record JsonUse(string Member, string Target, JsonPlace Place, string Witness);

/// <summary><c>order</c>: the modules, the nearest to leaving first.</summary>
internal sealed record JsonReadiness(string Advice, IReadOnlyList<string> Order);

/// <summary><c>warning</c>: a sentence when it grows.</summary>
internal sealed record JsonChassis(int Files, int Lines, int PublicTypes, IReadOnlyList<JsonFanIn> FanIn, IReadOnlyList<JsonChassisMonth> Months, string? Warning);

internal sealed record JsonFanIn(string Part, int Types);

/// <summary><c>month</c>: as 2026-03.</summary>
internal sealed record JsonChassisMonth(string Month, int Lines, int Added, int Removed, int Commits);

/// <summary><c>noTrend</c>: why the months say nothing yet; null when they do. <c>noCoupling</c>: why there are no pairs; null when there may be some.</summary>
internal sealed record JsonHistory(
    int Commits, int LeftOutAsFormatting, int LeftOutAsListed, string? NoTrend, string? NoCoupling, IReadOnlyList<string> Months, IReadOnlyList<JsonChanges> Modules, IReadOnlyList<JsonCoupling> Coupling);

/// <summary><c>commits</c>: commits that changed the module, one figure for each month. <c>contractCommits</c>: those that changed its contracts.</summary>
internal sealed record JsonChanges(string Module, IReadOnlyList<int> Commits, IReadOnlyList<int> ContractCommits);

internal sealed record JsonCoupling(string One, string Other, int Together, double ShareOfOne, double ShareOfOther, bool HasEdge, bool IsHidden);

/// <summary><c>errors</c>: null when the host does not say. <c>p99Seconds</c>: when <c>p99IsAtLeast</c>, it was longer than the last bound that the host counts.</summary>
internal sealed record JsonCall(
    string Module, string Member, string Mode, double Calls, double? Errors, double MeanSeconds, double? P50Seconds, double? P99Seconds, bool P99IsAtLeast);
