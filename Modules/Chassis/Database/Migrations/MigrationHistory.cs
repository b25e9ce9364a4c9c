using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Migrations;

// Compares a module's files with what a database says was applied.
internal sealed record MigrationHistory(string Module, IReadOnlyList<Migration> Files, IReadOnlyList<AppliedMigration> Applied)
{
    public IReadOnlyList<Migration> Pending => [.. Files.Skip(Applied.Count)];

    // Applied by a newer version of the module, with which this one must work: first expand, then contract.
    public IReadOnlyList<AppliedMigration> Unknown => [.. Applied.Skip(Files.Count)];

    public void ThrowIfRewritten()
    {
        foreach (var (file, applied) in Files.Zip(Applied))
        {
            if (file.Number != applied.Number || file.File != applied.File) throw new SettingException(
                $"Migration {applied.File} of {Module} was applied, but the module has {file.File} in its place. Put the file back.");
            if (file.Checksum != applied.Checksum) throw new SettingException(
                $"Migration {applied.File} of {Module} was edited after it had been applied. Put it back as it was and write a new one.");
        }
    }

    public void ThrowIfMissing()
    {
        if (Unknown is [var first, ..]) throw new SettingException(
            $"Migration {first.File} of {Module} was applied, but the module has no such file. Put it back, or migrate with the newer version.");
    }
}
