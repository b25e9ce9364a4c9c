using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Changes;

/// <summary>Takes the SQL out of a runbook, so that what people will run in an emergency is what was tested.</summary>
internal static class Runbook
{
    private const string Fence = "```";

    public static string Sql(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbooks", name));
        var start = text.IndexOf($"{Fence}sql\n", StringComparison.Ordinal) + Fence.Length + "sql\n".Length;
        return text[start..text.IndexOf(Fence, start, StringComparison.Ordinal)];
    }
}
