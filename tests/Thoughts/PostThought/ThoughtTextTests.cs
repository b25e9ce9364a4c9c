namespace MyThoughts.Thoughts.Tests.Posting;

internal sealed class ThoughtTextTests
{
    private ThoughtsSide side = null!;

    private static readonly TestCaseData[] Valid =
    [
        new TestCaseData("a").SetArgDisplayNames("one character"),
        new TestCaseData(new string('x', 250)).SetArgDisplayNames("250 characters"),
        new TestCaseData(string.Concat(Enumerable.Repeat("🦆", 250))).SetArgDisplayNames("250 emoji"),
        new TestCaseData("  indented\r\nand two lines  ").SetArgDisplayNames("kept as typed"),
        new TestCaseData("Robert'); DROP TABLE thoughts.thought; -- \"\\").SetArgDisplayNames("quotes"),
    ];

    private static readonly TestCaseData[] Invalid =
    [
        new TestCaseData("", "1 to 250").SetArgDisplayNames("empty"),
        new TestCaseData(" \t\n\u3000", "1 to 250").SetArgDisplayNames("white space"),
        new TestCaseData(new string('x', 251), "at most 250").SetArgDisplayNames("251 characters"),
        new TestCaseData(string.Concat(Enumerable.Repeat("🦆", 251)), "shorten it by 1").SetArgDisplayNames("251 emoji"),
        new TestCaseData("a\0b", "1 to 250").SetArgDisplayNames("NUL"),
        new TestCaseData("a\ud83e", "1 to 250").SetArgDisplayNames("high surrogate alone"),
        new TestCaseData("\udd86a", "1 to 250").SetArgDisplayNames("low surrogate alone"),
    ];

    [OneTimeSetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [TestCaseSource(nameof(Valid))]
    public async Task A_valid_text_is_stored_as_it_came(string text)
    {
        var posted = await side.Thoughts.PostAsync(new("bruce", text), CancellationToken.None);
        posted.Errors.Should().BeEmpty();
        posted.Thought!.Text.Should().Be(text);
        (await side.Thoughts.FindAsync(posted.Thought.Id, CancellationToken.None)).Should().Be(posted.Thought);
    }

    [TestCaseSource(nameof(Invalid))]
    public async Task An_invalid_text_is_refused_with_the_limit_named_and_nothing_is_stored(string text, string says)
    {
        var before = await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought");
        var refused = await side.Thoughts.PostAsync(new("bruce", text), CancellationToken.None);
        refused.Thought.Should().BeNull();
        refused.Errors.Should().ContainKey("text").WhoseValue.Should().ContainSingle().Which.Should().Contain(says);
        (await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought")).Should().Be(before);
    }
}
