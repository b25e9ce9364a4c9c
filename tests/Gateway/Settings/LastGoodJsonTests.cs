using Microsoft.Extensions.Configuration;
using MyThoughts.Gateway.Settings;

namespace MyThoughts.Gateway.Tests.Settings;

internal sealed class LastGoodJsonTests
{
    private string path = null!;

    [SetUp]
    public void ChooseAFile() => path = Path.Combine(Directory.CreateTempSubdirectory("weights").FullName, "weights.json");

    [TearDown]
    public void RemoveIt() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [TestCase(null, null)]
    [TestCase("""{ "Weights": { "search": 50 } }""", "50")]
    public void A_file_that_is_broken_when_it_changes_or_first_appears_leaves_what_was_and_says_so(string? before, string? kept)
    {
        if (before is not null) File.WriteAllText(path, before);
        var configuration = Build();

        File.WriteAllText(path, """{ "Weights": { "search": """);
        configuration.Reload();

        configuration["Weights:search"].Should().Be(kept);
        LastGoodJsonProvider.ProblemsIn(configuration).Should().ContainSingle().Which.Should().StartWith("weights.json: ");

        File.WriteAllText(path, """{ "Weights": { "search": 75 } }""");
        configuration.Reload();
        configuration["Weights:search"].Should().Be("75");
        LastGoodJsonProvider.ProblemsIn(configuration).Should().BeEmpty();
    }

    [Test]
    public void A_file_that_is_broken_at_the_start_stops_the_start()
    {
        File.WriteAllText(path, "{");
        FluentActions.Invoking(Build).Should().Throw<InvalidDataException>();
    }

    private IConfigurationRoot Build()
    {
        var source = new LastGoodJsonSource { Path = path, Optional = true };
        source.ResolveFileProvider();
        return new ConfigurationBuilder().Add(source).Build();
    }
}
