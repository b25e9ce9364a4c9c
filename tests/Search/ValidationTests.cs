using System.Buffers.Text;
using System.Text;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Tests;

internal sealed class ValidationTests
{
    private readonly SearchThoughtsValidator validator = new();

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("q", new() { Text = new('x', 251) }, "251 characters");
        yield return Case("q", new() { Text = "nul\0" }, "NUL");
        yield return Case("q", new() { Text = "half \ud83d" }, "high surrogate");
        yield return Case("q", new() { Text = "\ude00 half" }, "low surrogate");
        yield return Case("from", new() { From = new('x', 51) }, "long name");
        yield return Case("from", new() { From = "\0" }, "NUL in name");
        foreach (var time in new[] { "yesterday", "2026-02-30", "2026-1-1", "2026-01-01T00:00:00", "2026-01-01T25:00:00Z", "0001-01-01T00:00:00+14:00", "\0" })
        {
            yield return Case("after", new() { After = time }, $"after {time}");
            yield return Case("before", new() { Before = time }, $"before {time}");
        }
        foreach (var order in new[] { "oldest", "Best", "best,newest" }) yield return Case("order", new() { Order = order }, $"order {order}");
        foreach (var limit in new[] { "-1", "0", "101", "ten", "1.5", " 5", "99999999999999999999", "5,5" })
        {
            yield return Case("limit", new() { Limit = limit }, $"limit {limit}");
        }
        var newest = new PageCursor(Newer: false, 42).ToString();
        var best = RankCursor.BestOf(Window.Everything).ToString();
        yield return Case("cursor", new() { Cursor = best }, "cursor of the best");
        yield return Case("cursor", new() { Cursor = best, Order = "newest" }, "cursor of the best in the newest");
        yield return Case("cursor", new() { Cursor = newest, Order = "best" }, "cursor of the newest in the best");
        yield return Case("order", new() { Cursor = best, Order = "sideways" }, "cursor with no order");
        foreach (var place in new[] { "best", "best<", "best<1.2.3", "best<1.2.3.4.5", "best<-1.2.3.4", "best<1.2.2147483648.4", "best<01.2.3.4", "best?1.2.3.4", "best<1.2.3.99999999999999999999" })
            yield return Case("cursor", new() { Cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place)), Order = "best" }, $"cursor {place}");
        foreach (var cursor in new[] { "garbage", "PDEyMw==", "!", "PA", "PC0x", "eDE", "\0", new('A', 5_000) })
        {
            yield return Case("cursor", new() { Cursor = cursor }, $"cursor {cursor[..Math.Min(9, cursor.Length)]}");
        }

        static TestCaseData Case(string field, SearchThoughts search, string name) =>
            new TestCaseData(field, search).SetArgDisplayNames(name.Replace("\0", "NUL", StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Refused))]
    public void A_bad_parameter_is_named(string field, SearchThoughts search) =>
        validator.Validate(search).ToDictionary().Should().ContainSingle().Which.Key.Should().Be(field);

    private static IEnumerable<SearchThoughts> Accepted() =>
    [
        new(),
        new() { Text = "", From = "", After = "", Before = "", Order = "", Limit = "", Cursor = "" },
        new() { Text = string.Concat(Enumerable.Repeat("😀", 250)) },
        new() { From = new('x', 50), Order = "newest", Limit = "100", After = "2026-01-31", Before = "2026-01-31t09:30:00.123456-05:30" },
        new() { Limit = "1", Cursor = new PageCursor(Newer: false, 42).ToString() },
        new() { Cursor = new PageCursor(Newer: true, long.MaxValue).ToString() },
        new() { Order = "best", Cursor = RankCursor.BestOf(Window.Everything).ToString() },
        new() { Order = "best", Cursor = new RankCursor(Better: true, new(17, 4_711), 815, 42).ToString() },
    ];

    [TestCaseSource(nameof(Accepted))]
    public void A_good_search_passes(SearchThoughts search) => validator.Validate(search).Errors.Should().BeEmpty();

    [Test]
    public void All_bad_parameters_are_told_at_once() =>
        validator.Validate(new SearchThoughts { Text = "\0", Limit = "x", Cursor = "x" }).ToDictionary().Keys
            .Should().BeEquivalentTo("q", "limit", "cursor");
}
