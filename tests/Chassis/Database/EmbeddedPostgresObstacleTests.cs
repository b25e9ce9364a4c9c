using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class EmbeddedPostgresObstacleTests
{
    private string scratch = null!;

    [SetUp]
    public void SetUp() => scratch = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(scratch, recursive: true);

    [Test]
    public async Task Without_programs_one_line_says_how_to_install_them()
    {
        var message = await FailAsync(Path.Combine(scratch, "postgres"), new() { Binaries = scratch });
        message.Should().Contain("initdb").And.Contain("Run `").And.Contain("Postgres:Binaries");
    }

    [Test]
    public async Task An_unwritable_folder_is_named_in_one_line()
    {
        // A file where the folder should be: unwritable for everybody, root too.
        var file = Path.Combine(scratch, "file");
        await File.WriteAllTextAsync(file, "");
        var message = await FailAsync(Path.Combine(file, "postgres"), new());
        message.Should().Contain("Data:Folder").And.Contain(file).And.Contain("Data__Folder=");
    }

    [Test]
    public async Task A_program_that_fails_is_quoted_in_one_line_and_leaves_nothing_half_made()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            var path = Path.Combine(scratch, program);
            await File.WriteAllTextAsync(path, "#!/bin/sh\necho first; echo no space left >&2; exit 1\n");
            File.SetUnixFileMode(path, (UnixFileMode)0x1ED);   // rwxr-xr-x
        }

        File.SetUnixFileMode(scratch, (UnixFileMode)0x1ED);
        var folder = Path.Combine(scratch, "data");
        var message = await FailAsync(folder, new() { Binaries = scratch });
        message.Should().Contain("initdb").And.Contain("no space left");
        (await EmbeddedPostgres.DeleteAsync(folder, CancellationToken.None)).Should().BeTrue();
    }

    private static async Task<string> FailAsync(string folder, EmbeddedPostgresOptions options)
    {
        var start = () => EmbeddedPostgres.StartAsync(folder, [], options, CancellationToken.None);
        var message = (await start.Should().ThrowAsync<SettingException>()).Which.Message;
        message.Should().NotContain("\n");
        return message;
    }
}
