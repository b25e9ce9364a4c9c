using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed class PageAddressTests
{
    [TestCase("bruce", "/@bruce/")]
    [TestCase("A name with spaces", "/@A%20name%20with%20spaces/")]
    [TestCase("..", "/@../")]
    [TestCase("50%?#&\\", "/@50%25%3F%23%26%5C/")]
    [TestCase("<b>\"'", "/@%3Cb%3E%22%27/")]
    [TestCase("zoë😀", "/@zo%C3%AB%F0%9F%98%80/")]
    public void A_profile_has_an_address_whatever_the_name(string username, string address) =>
        PageAddress.OfProfile(username).Should().Be(address);

    [Test]
    public void Thoughts_and_searches_have_addresses()
    {
        PageAddress.OfThought(42).Should().Be("/thoughts/42/");
        PageAddress.OfSearch("#a b").Should().Be("/search?search=%23a%20b");
    }
}
