using MyThoughts.Gateway.Guard;

namespace MyThoughts.Gateway.Tests.Guard;

internal sealed class BlockedPathsTests
{
    [TestCase("/admin"), TestCase("/Admin/users"), TestCase("/internal/thoughts/changes"), TestCase("/METRICS"), TestCase("/docs/"), TestCase("/openapi/v1.json")]
    [TestCase("/health/ready"), TestCase("/healthcheck"), TestCase("//admin"), TestCase("/./admin"), TestCase("/x/../admin"), TestCase("/\\admin"), TestCase("\\admin")]
    [TestCase("/x\\..\\admin"), TestCase("/%2Fadmin"), TestCase("/%61dmin"), TestCase("/%2561dmin"), TestCase("/admin%2Fversion"), TestCase("/admin;v=1/version")]
    [TestCase("/;/admin"), TestCase("/x/..;/admin"), TestCase("/admin%3Bx"), TestCase("/admin "), TestCase("/x/%2e%2e/admin"), TestCase("/%5cadmin")]
    [TestCase("/%25252561dmin"), TestCase("/%2525252525252525252525252541"), TestCase("/admin%20/"), TestCase("/search/..%2Fadmin")]
    public void Whatever_some_reader_takes_for_a_blocked_path_is_blocked(string path) => BlockedPaths.Contains(path).Should().BeTrue();

    [TestCase("/"), TestCase(""), TestCase("/search"), TestCase("/@admin"), TestCase("/@admin/"), TestCase("/thoughts/admin"), TestCase("/administrator"), TestCase("/search/%20")]
    [TestCase("/@a%2Fadmin"), TestCase("/.well-known/jwks.json"), TestCase("/api/thoughts//"), TestCase("/documents"), TestCase("/@50%"), TestCase("/admin/../search")]
    public void Everything_else_is_not(string path) => BlockedPaths.Contains(path).Should().BeFalse();
}
