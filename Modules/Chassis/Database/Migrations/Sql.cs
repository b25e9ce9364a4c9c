namespace MyThoughts.Chassis.Database.Migrations;

// DDL takes no parameters: names and literals in it are quoted here, and only here.
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
