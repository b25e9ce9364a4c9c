using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class PathPatternTests
{
    [TestCase("/search", "/search"), TestCase("/search", "/search/"), TestCase("/search", "/SEARCH/deep/er"), TestCase("/api/search", "/api/search/x")]
    [TestCase("/", "/"), TestCase("/", ""), TestCase("/@{username}", "/@bruce"), TestCase("/@{username}", "/@bruce/thoughts"), TestCase("/@{username}", "/@Zoë"), TestCase("/x/{id}/y", "/x/7/y/z")]
    public void A_path_owns_itself_and_what_is_below_it(string pattern, string path) => Parsed(pattern).Owns(path).Should().BeTrue();

    [TestCase("/search", "/searching"), TestCase("/search", "/"), TestCase("/search", "/x/search"), TestCase("/search", "//search"), TestCase("/search", "search"), TestCase("/api/search", "/api")]
    [TestCase("/", "/x"), TestCase("/", "//"), TestCase("/@{username}", "/@"), TestCase("/@{username}", "/@/x"), TestCase("/@{username}", "/bruce"), TestCase("/x/{id}", "/x/")]
    public void It_owns_nothing_else(string pattern, string path) => Parsed(pattern).Owns(path).Should().BeFalse();

    [TestCase(""), TestCase("search"), TestCase("/search/"), TestCase("//"), TestCase("/a//b"), TestCase("/a b"), TestCase("/a%20b"), TestCase("/a?b"), TestCase("/*"), TestCase("/.."), TestCase("/x/./y")]
    [TestCase("/{"), TestCase("/{}"), TestCase("/}"), TestCase("/{a}b"), TestCase("/{a}{b}"), TestCase("/{a-b}"), TestCase("/é"), TestCase("/a\\b"), TestCase("/a;b")]
    public void What_is_no_path_is_refused(string text) => PathPattern.TryParse(text, out _).Should().BeFalse();

    [Test]
    public void A_path_has_a_length_that_people_can_read() => PathPattern.TryParse("/" + new string('x', 200), out _).Should().BeFalse();

    [TestCase("/a", "/a"), TestCase("/a", "/A"), TestCase("/a", "/a/b"), TestCase("/a/b", "/a"), TestCase("/", "/"), TestCase("/@{x}", "/@bruce"), TestCase("/@{x}", "/@b{y}")]
    [TestCase("/{x}", "/a"), TestCase("/{x}", "/@{y}"), TestCase("/a/{x}", "/a/b/c"), TestCase("/{x}/b", "/a/{y}")]
    public void Paths_that_share_a_request_overlap_whichever_comes_first(string one, string other)
    {
        Parsed(one).Overlaps(Parsed(other)).Should().BeTrue();
        Parsed(other).Overlaps(Parsed(one)).Should().BeTrue();
    }

    [TestCase("/a", "/b"), TestCase("/a", "/ab"), TestCase("/", "/a"), TestCase("/", "/{x}"), TestCase("/api/a", "/api/b"), TestCase("/@{x}", "/@"), TestCase("/@{x}", "/a"), TestCase("/@a{x}", "/@b{x}"), TestCase("/a/{x}", "/b/c")]
    public void Paths_that_share_none_do_not(string one, string other)
    {
        Parsed(one).Overlaps(Parsed(other)).Should().BeFalse();
        Parsed(other).Overlaps(Parsed(one)).Should().BeFalse();
    }

    private static PathPattern Parsed(string text) => PathPattern.TryParse(text, out var pattern) ? pattern : throw new ArgumentException($"'{text}' is no path.");
}
