namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>The limits of what clients send: a tighter one refuses what was taken before.</summary>
internal static class Limits
{
    private static readonly string[] Upper = ["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"];
    private static readonly string[] Lower = ["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"];
    private static readonly string[] Exact = ["pattern", "multipleOf", "uniqueItems"];

    public static void Compare(string name, Part old, Part now, Action<Part, string, string, string> add)
    {
        foreach (var limit in Upper) Numbers(limit, (before, after) => after < before);
        foreach (var limit in Lower) Numbers(limit, (before, after) => after > before);
        foreach (var limit in Exact.Where(limit => old[limit].Text != now[limit].Text)) Say(limit, isTighter: now[limit].IsThere && now[limit].Text != "false");

        void Numbers(string limit, Func<decimal, decimal, bool> isTighter)
        {
            var (before, after) = (old[limit].Number, now[limit].Number);
            if (before != after) Say(limit, after is { } value && (before is not { } was || isTighter(was, value)));
        }

        void Say(string limit, bool isTighter) => add(
            old.With(limit), name, $"{limit} {(old[limit].IsThere ? old[limit].Text : "none")} became {(now[limit].IsThere ? now[limit].Text : "none")}",
            isTighter ? "an older client may send what is now refused with 400" : "");
    }
}
