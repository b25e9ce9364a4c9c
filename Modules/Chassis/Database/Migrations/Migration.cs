using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Migrations;

// One numbered SQL file of a module, embedded as Schema.NNNN_name.sql.
internal sealed partial record Migration(int Number, string File, string Sql)
{
    // Independent of how git checks out line ends.
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> ReadAll(Assembly assembly) => Order(
        assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Schema.", StringComparison.Ordinal))
            .Select(name => Parse(name["Schema.".Length..], Text(assembly, name))));

    public static Migration Parse(string file, string sql) => FileName().Match(file) is { Success: true } match
        ? new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), file, sql)
        : throw new SettingException($"{file} is no name for a migration. Example: Schema/0001_create_thought.sql");

    public static IReadOnlyList<Migration> Order(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(migration => migration.Number).ThenBy(migration => migration.File, StringComparer.Ordinal).ToList();
        foreach (var (index, migration) in ordered.Index())
        {
            if (index > 0 && migration.Number == ordered[index - 1].Number)
            {
                throw new SettingException($"Two migrations have one number: {ordered[index - 1].File} and {migration.File}. Renumber the newer one.");
            }

            if (migration.Number != index + 1) throw new SettingException($"Migration {index + 1:0000} is missing before {migration.File}.");
        }

        return ordered;
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(\d{4})_[a-z0-9_]+\.sql$")]
    private static partial Regex FileName();
}
