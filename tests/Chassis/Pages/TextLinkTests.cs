using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

/// <summary>Addresses are found by their colon: what stands in front of it may be anything.</summary>
internal sealed class TextLinkTests
{
    [TestCase("http://a.b https://c.d", "http://a.b", "https://c.d")]
    [TestCase("hhttp://a.b"), TestCase("shttps://a.b"), TestCase("://a.b"), TestCase("s://a.b"), TestCase("http:/a.b"), TestCase("http:")]
    [TestCase("#http://a.b", "#http"), TestCase("@http://a.b", "http"), TestCase("@https://a.b", "https")]
    [TestCase("a:http://a.b", "http://a.b"), TestCase("http://a.b:http://c.d"), TestCase("http://a.b/:http://c.d", "http://a.b/:http://c.d")]
    [TestCase("http\u017F://a.b"), TestCase("(HtTpS://a.b)", "HtTpS://a.b")]
    public void They_are_found_in_order_and_never_twice(string text, params string[] targets)
    {
        var found = new List<string>();
        for (var position = 0; TextLinks.TryFind(text, ref position, out var link);) found.Add(link.Target);
        found.Should().Equal(targets);
    }
}
