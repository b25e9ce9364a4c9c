using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>What to do for a module, from what would break it to what only moves it.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> Of(string module, string? schema, IReadOnlyList<Factor> factors, IReadOnlyList<ContractUse> uses, IReadOnlyList<Violation> violations)
    {
        Factor? Find(string id) => factors.FirstOrDefault(factor => factor.Id == id && factor.Count > 0);
        return
        [
            .. violations.Select(violation => $"Remove the violation {violation.From} -> {violation.To} in {violation.Place.File}. {violation.Rule.Instead}"),
            .. Find("missing")?.Evidence.Select(missing => $"Write {missing.What}.") ?? [],
            .. uses.Where(use => use.User == module && use.IsCall).GroupBy(use => use.Owner).Select(Survive),
            .. Find("calledBy") is { } called ? [$"Tell the callers of {Names(called)} that the call will cross a network: a time limit, and an answer for when {module} is away."] : Array.Empty<string>(),
            .. Find("hiddenCoupling")?.Evidence.Select(pair => $"Find out what {module} and {pair.What.Split(':')[0]} share that no code says: they change together.") ?? [],
            .. Find("chatty")?.Evidence.Select(call => $"Ask {Subject(call.What)} for many at once, or keep a copy fed by events: it takes a tenth or more of all calls.") ?? [],
            .. Find("slow")?.Evidence.Select(call => $"Make {Subject(call.What)} quick and sure before a network is added to it.") ?? [],
            .. Find("configuration") is { } settings ? [$"Give it settings of its own: {string.Join("; ", settings.Evidence.Select(key => key.What))}."] : Array.Empty<string>(),
            .. Find("tables") is { } tables ? [$"Give it its own database: the schema {schema ?? module} with {Listing(tables)} moves as a whole."] : Array.Empty<string>(),
            .. Find("followers") is { } followers ? [$"Let {string.Join(" and ", followers.Evidence.Select(one => one.What))} follow its feed over the network, and rebuild what they keep from it once."] : Array.Empty<string>(),
            .. Find("paths") is { } paths ? [$"Send {string.Join(", ", paths.Evidence.Select(path => path.What))} to its service step by step, and watch both sides."] : Array.Empty<string>(),
        ];
    }

    private static string Survive(IGrouping<string, ContractUse> calls)
    {
        var members = calls.Select(use => use.Target).ToList();
        var what = members.Count == 1 ? "synchronous call" : $"{members.Count} synchronous calls";
        return $"Make its {what} to {calls.Key} ({string.Join(", ", members)}) survive {calls.Key} being away.";
    }

    private static string Names(Factor factor) => string.Join(", ", factor.Evidence.Select(one => Subject(one.What)));

    // What stands before the first comma that is not between the brackets of a member.
    private static string Subject(string what)
    {
        var start = what.IndexOfAny(['(', ',']) is >= 0 and var first && what[first] == '(' ? what.IndexOf(')', first) : 0;
        var end = what.IndexOf(',', Math.Max(start, 0));
        return end < 0 ? what : what[..end];
    }

    private static string Listing(Factor tables) => tables.Count == 1 ? "its table" : $"its {tables.Count} tables and views";
}
