using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Database;

// A module of the map with files that the test makes up.
internal static class TestModule
{
    public static ModuleSchema Schema(TestDatabase database, string module, params (string File, string Sql)[] files) => new(
        module, module, new(database.ConnectionString(module)), Migration.Order(files.Select(file => Migration.Parse(file.File, file.Sql))));
}
