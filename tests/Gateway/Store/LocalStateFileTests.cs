using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Tests.State;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Store;

internal sealed class LocalStateFileTests
{
    private static readonly OperatorKey Key = OperatorKey.Create("anna", Role.Operator).Key;

    private readonly LogRecorder log = new();
    private string folder = null!;
    private string path = null!;
    private LocalStateFile file = null!;

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("state-").FullName;
        path = Path.Combine(folder, "state.json");
        file = new(path, log.For<LocalStateFile>());
        log.Clear();
    }

    [TearDown]
    public void Remove()
    {
        Directory.Delete(folder, recursive: true);
        log.Dispose();
    }

    [Test]
    public void What_was_written_is_read_again_with_its_keys()
    {
        file.Write(Version(7)).Should().BeTrue();
        var read = file.Read()!;
        read.Revision.Should().BeEquivalentTo(Version(7).Revision);
        read.Keys.Single().Should().BeEquivalentTo(Key);
        log.Lines.Should().BeEmpty();
    }

    [Test]
    public void Without_a_file_there_is_no_state_and_no_complaint()
    {
        file.Read().Should().BeNull();
        log.Lines.Should().BeEmpty();
    }

    [Test]
    public void Nobody_else_reads_it() =>
        Assert.That(() => { file.Write(Version(1)); return OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead); }, Is.EqualTo(UnixFileMode.None));

    [TestCase("\"weight\":25", "\"weight\":26"), TestCase("\"version\":2", "\"version\":3"), TestCase("sha256:", "sha256:0")]
    public void An_edited_file_is_named_and_the_one_before_is_taken(string written, string edited)
    {
        file.Write(Version(1));
        file.Write(Version(2));
        File.WriteAllText(path, File.ReadAllText(path).Replace(written, edited, StringComparison.Ordinal));
        file.Read()!.Revision.Version.Should().Be(1);
        log.Lines.Single().Message.Should().Contain(path).And.Contain("somebody has edited it");
    }

    [Test]
    public void A_file_cut_off_at_any_place_is_refused_and_the_one_before_is_taken()
    {
        file.Write(Version(1));
        file.Write(Version(2));
        var whole = File.ReadAllText(path);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllText(path, whole[..length]);
            file.Read()!.Revision.Version.Should().Be(1, "{0} characters are no state", length);
        }
        log.Lines.Should().OnlyContain(line => line.Message.Contains(path, StringComparison.Ordinal));
    }

    [TestCase("null"), TestCase("7"), TestCase("[]"), TestCase("{}"), TestCase("""{"content":null}"""), TestCase("""{"content":{},"content":{}}"""), TestCase("""{"content":7,"checksum":{}}"""), TestCase("\0\0\0\0")]
    public void Rubbish_is_refused_with_the_files_name(string text)
    {
        File.WriteAllText(path, text);
        file.Read().Should().BeNull();
        log.Lines.Single().Message.Should().Contain(path);
    }

    [Test]
    public void A_huge_file_is_refused_too()
    {
        File.WriteAllText(path, $$"""{"checksum":"sha256:0","content":"{{new string('x', 5_000_000)}}"}""");
        file.Read().Should().BeNull();
        log.Lines.Single().Message.Should().Contain(path);
    }

    [Test]
    public void A_file_that_cannot_be_written_is_told_and_tried_again()
    {
        var nowhere = new LocalStateFile(Path.Combine(folder, "gone", "state.json"), log.For<LocalStateFile>());
        nowhere.Write(Version(1)).Should().BeFalse();
        log.Lines.Single().Message.Should().Contain("gone");
        Directory.CreateDirectory(Path.Combine(folder, "gone"));
        nowhere.Write(Version(1)).Should().BeTrue();
    }

    [Test]
    public void A_state_that_the_rules_refuse_is_not_taken_even_with_its_checksum()
    {
        file.Write(new(Version(1).Revision with { State = States.Usual with { Clusters = [] } }, []));
        file.Read().Should().BeNull();
        log.Lines.Single().Message.Should().Contain("clusters");
    }

    private static LocalState Version(long version) =>
        new(new Revision(version, States.Usual, States.Noon.UtcDateTime.AddTicks(10), "anna", "why", null, FieldChange.Between(null, States.Usual)), [Key]);
}
