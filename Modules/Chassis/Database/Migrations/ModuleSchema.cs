using Npgsql;

namespace MyThoughts.Chassis.Database.Migrations;

// Where a module's tables are: its schema, its own login, and the files that make them.
internal sealed record ModuleSchema(string Module, string Schema, NpgsqlConnectionStringBuilder Login, IReadOnlyList<Migration> Files)
{
    public string Role => Login.Username!;

    public string Database => Login.Database!;

    public string Server => $"{Login.Host}:{Login.Port}";
}
