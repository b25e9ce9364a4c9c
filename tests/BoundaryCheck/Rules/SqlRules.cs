using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>A module's SQL stays in its own schema.</summary>
internal static partial class SqlRules
{
    public static Rule Schema { get; } = new(
        "sql-schema",
        "A table that others name can't change without them, and can't move to another database with its module.",
        "Ask its owner through the contract, or keep a copy of your own that follows the owner's change feed.");

    public static IReadOnlyList<Rule> All { get; } = [Schema];

    public static IEnumerable<Violation> Find(Facts facts)
    {
        var judge = new Judge(facts);
        return facts.Texts.Where(text => text.Project.Role != ProjectRole.Tests).SelectMany(judge.Violations);
    }

    private sealed class Judge(Facts facts)
    {
        private static readonly string[] FileEndings = ["html", "htm", "css", "js", "ts", "json", "csv", "txt", "md", "sql", "cs", "xml", "yml", "yaml", "png", "svg", "pdf", "zip", "dll", "exe", "log"];

        private readonly SchemaOwners owners = new(facts.Solution);
        private readonly OwnSql own = new(facts);

        public IEnumerable<Violation> Violations(Text text)
        {
            if (!owners.MayBeIn(text.Value)) return [];
            var owner = SchemaOwners.Of(text.Project);
            return Mentions(text).Where(mention => owners.Of(mention.Schema) != owner).Select(mention => Violation(text, owner, mention)).Distinct();
        }

        private IEnumerable<SchemaMention> Mentions(Text text)
        {
            if (SqlFiles.IsFile(text)) return MentionReader.Find(text.Value, owners.Schemas);
            return SqlShape.Of(text.Value) switch
            {
                SqlLikeness.Certain => MentionReader.Find(text.Value, owners.Schemas),
                SqlLikeness.Perhaps => MentionReader.Find(text.Value, owners.Schemas).Where(IsReal),
                _ => [.. Name(text.Value), .. SearchPath(text.Value)],
            };
        }

        // In a file the statement: two that reach for the same thing are two edges.
        private static string Member(Text text, int offset) =>
            SqlFiles.IsFile(text) && SqlStatement.Of(text).LastOrDefault(statement => statement.Tokens[0].Start <= offset) is { } statement ? $"{text.Member}: {statement.Title}" : text.Member;

        // A sentence may look like SQL, but it hardly names a table that there is.
        private bool IsReal(SchemaMention mention) => mention.Object is null || own.Find(mention.Schema, mention.Object) is not null
            || (!own.Knows(mention.Schema) && !FileEndings.Contains(mention.Object));

        // A table's name handed to somebody who builds the SQL, with an alias perhaps.
        private IEnumerable<SchemaMention> Name(string text) =>
            SqlTokenizer.Read(text) is [{ IsName: true } schema, { Text: "." }, { IsName: true } name, .. { Length: <= 2 } alias]
            && alias.All(token => token.IsName) && (alias.Length < 2 || alias[0].Is("as")) && own.Find(schema.Text, name.Text) is not null
                ? [new(MentionKind.Object, schema.Text, name.Text, schema.Start)] : [];

        // In a connection string.
        private IEnumerable<SchemaMention> SearchPath(string text) => PathSetting().Matches(text)
            .SelectMany(match => SqlTokenizer.Read(match.Groups[1].Value).Where(token => token.IsName && owners.Schemas.Contains(token.Text))
                .Select(token => new SchemaMention(MentionKind.SearchPath, token.Text, null, match.Index)));

        private Violation Violation(Text text, string? owner, SchemaMention mention)
        {
            var theirs = owners.Of(mention.Schema);
            var what = mention.Kind switch
            {
                MentionKind.Schema => $"names the schema {mention.Schema}",
                MentionKind.SearchPath => $"puts the schema {mention.Schema} on its search path",
                _ when mention.Object == SchemaMention.Any => $"names something in the schema {mention.Schema}",
                _ => $"names the {own.Find(mention.Schema, mention.Object!)?.Kind ?? "object"} {mention.Target}",
            };
            var who = owner ?? $"{text.Project.Name}, which owns no schema,";
            return new(Schema, Member(text, mention.Offset), mention.Target, text.PlaceOf(mention.Offset), $"the SQL of {who} in {text.Member} {what}, which belongs to {theirs}")
            {
                Owner = text.Project.Module?.Name ?? text.Project.Name,
            };
        }
    }

    [GeneratedRegex(@"\bsearch[ _]?path\s*=\s*([^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PathSetting();
}
