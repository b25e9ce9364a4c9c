using Microsoft.AspNetCore.Http;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class VisitorIdTests
{
    private const string Id = "01890a5d-ac96-774b-bcce-b302099a8057";

    [TestCase($"visitor={Id}"), TestCase($"session=x; visitor={Id}; theme=dark"), TestCase($"visitor=rubbish; visitor={Id}")]
    public void The_cookie_says_who_it_is(string cookie) => Read(context => context.Request.Headers.Cookie = cookie).Should().Be(Id);

    [Test]
    public void A_cookie_counts_more_than_a_token() =>
        Read(context => (context.Request.Headers.Cookie, context.Request.Headers.Authorization) = ($"visitor={Id}", Tokens.Of("bruce"))).Should().Be(Id);

    [Test]
    public void A_token_without_a_cookie_is_its_user() => Read(context => context.Request.Headers.Authorization = Tokens.Of("bruce")).Should().Be("bruce");

    [Test]
    public void Credentials_that_nobody_can_read_still_stick_to_a_side() =>
        Read(context => context.Request.Headers.Authorization = "Basic YTpi").Should().Be("Basic YTpi");

    [Test]
    public void Anybody_else_gets_an_id() => VisitorId.IsValid(Read(_ => { })).Should().BeTrue();

    [TestCase("01890a5d-ac96-474b-bcce-b302099a8057"), TestCase("01890A5D-AC96-774B-BCCE-B302099A8057"), TestCase("01890a5dac96774bbcceb302099a8057")]
    [TestCase("{01890a5d-ac96-774b-bcce-b302099a805}"), TestCase("service"), TestCase("")]
    public void An_id_of_another_form_is_not_ours(string id) => VisitorId.IsValid(id).Should().BeFalse();

    private static string Read(Action<HttpContext> arrange)
    {
        var context = new DefaultHttpContext();
        arrange(context);
        return VisitorId.ReadOrMint(context, out _).ToString();
    }
}
