namespace MyThoughts.Support;

/// <summary>Takes the SQL out of a runbook, so that what people will run in an emergency is what was tested.</summary>
public static class Runbook
{
    private const string Begin = "```sql\n";
    private const string End = "```";

    /// <summary>Finds the one block of SQL that has a text in it.</summary>
    /// <param name="name">The runbook's file name.</param>
    /// <param name="having">What only this block has in it.</param>
    /// <returns>The SQL.</returns>
    public static string Sql(string name, string having) =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbooks", name)).Split(Begin)[1..]
            .Select(rest => rest[..rest.IndexOf(End, StringComparison.Ordinal)])
            .Single(sql => sql.Contains(having, StringComparison.Ordinal));
}
