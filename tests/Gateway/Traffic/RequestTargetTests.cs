using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class RequestTargetTests
{
    // What Kestrel makes of a target is held against this in ExplainTests.
    [TestCase("/", "/"), TestCase("/search?q=/x", "/search"), TestCase("/%73earch", "/search"), TestCase("/@Zo%C3%AB", "/@Zoë"), TestCase("/a%2Fb", "/a%2Fb"), TestCase("/50%25", "/50%"), TestCase("/%zz", "/%zz")]
    [TestCase("/x/../search", "/search"), TestCase("/./search", "/search"), TestCase("/x/%2e%2E/search", "/search"), TestCase("/search/.", "/search/"), TestCase("/a/b/..", "/a/"), TestCase("/..", "/"), TestCase("/../../a", "/a")]
    [TestCase("/.well-known/jwks.json", "/.well-known/jwks.json"), TestCase("/...", "/..."), TestCase("//a", "//a")]
    public void A_target_is_read_as_the_server_reads_it(string target, string path) => RequestTarget.PathOf(target).Should().Be(path);
}
