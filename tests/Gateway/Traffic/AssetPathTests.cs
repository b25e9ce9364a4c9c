using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class AssetPathTests
{
    [TestCase("/assets/site.css"), TestCase("/ASSETS/a"), TestCase("/_content/x/y"), TestCase("/css/"), TestCase("/js/a/b"), TestCase("/images//"), TestCase("/fonts/.")]
    [TestCase("/favicon.ico"), TestCase("/a/b.c/app.MJS"), TestCase("/x.min.js"), TestCase("/.css"), TestCase("/thoughts/site.webmanifest")]
    public void A_folder_or_the_end_of_the_name_tells_an_asset(string path) => AssetPath.Is(path).Should().BeTrue();

    [TestCase(""), TestCase("/"), TestCase("/assets"), TestCase("/my/assets/a"), TestCase("/cssx/a"), TestCase("/robots.txt"), TestCase("/a.js/b"), TestCase("/site.css/"), TestCase("/css.")]
    public void Other_paths_are_none(string path) => AssetPath.Is(path).Should().BeFalse();

    [Test]
    public void No_path_is_none() => AssetPath.Is(default).Should().BeFalse();
}
