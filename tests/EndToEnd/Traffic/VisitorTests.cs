using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Traffic;

internal sealed class VisitorTests
{
    [Test]
    public async Task The_first_answer_decides_the_side_and_a_visitor_keeps_it()
    {
        var sides = new List<string?>();
        for (var visitor = 0; visitor < 20; visitor++)
        {
            var somebody = Topology.GatewayAt50.NewVisitor();
            var first = await somebody.OpenAsync("/search");
            sides.Add(first.ServedBy);
            for (var again = 0; again < 3; again++) (await somebody.OpenAsync("/search")).ServedBy.Should().Be(first.ServedBy);
        }

        sides.Distinct().Should().BeEquivalentTo(["monolith", "service:search"], "of 20 visitors at 50% some are on each side");
    }

    [Test]
    public async Task Logging_in_and_out_keeps_the_side()
    {
        var username = await Topology.Monolith.RegisterAsync();
        var visitor = Topology.GatewayAt50.NewVisitor();
        var before = (await visitor.OpenAsync("/search")).ServedBy;

        var form = (await visitor.OpenAsync("/login/")).Page.Form("/login/");
        await visitor.SubmitAsync(form, ("username", username), ("password", Names.Password));
        var inside = await visitor.OpenAsync("/search");
        await visitor.SubmitAsync(inside.Page.Form("/logout/"));

        inside.ServedBy.Should().Be(before);
        (await visitor.OpenAsync("/search")).ServedBy.Should().Be(before);
    }

    [Test]
    public async Task A_program_without_cookies_keeps_its_side_and_gets_no_cookie()
    {
        var author = await Topology.GatewayAt50.NewAuthorAsync();
        var sides = new HashSet<string?>();
        for (var time = 0; time < 5; time++)
        {
            var program = new Visitor(_ => TheSystem.Gateway(50).Addresses.Public) { Token = author.Visitor.Token };
            var answer = await program.GetAsync("/api/search/?q=a");
            answer.Header("Set-Cookie").Should().BeNull();
            sides.Add(answer.ServedBy);
        }

        sides.Should().ContainSingle();
    }

    [TestCase(0, "monolith"), TestCase(100, "service:search")]
    public async Task A_weight_of_0_or_100_means_everybody(int weight, string side)
    {
        for (var visitor = 0; visitor < 10; visitor++)
            (await new Visitor(_ => TheSystem.Gateway(weight).Addresses.Public).OpenAsync("/search")).ServedBy.Should().Be(side);
    }

    [Test]
    public async Task A_request_id_reaches_the_host_behind_the_gateway()
    {
        var id = $"trace-{Guid.NewGuid():N}";
        var seen = TheSystem.Service("search").WaitForLineAsync(line => line.Contains(id, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/search/?q=a") { Headers = { { "X-Request-ID", id } } };

        var answer = await new Visitor(_ => TheSystem.Gateway(100).Addresses.Public).SendAsync(request);

        answer.Header("X-Request-ID").Should().Be(id);
        await seen;
    }

    [TestCase("/docs"), TestCase("/docs/index.html"), TestCase("/openapi/v1.json"), TestCase("/health/ready")]
    public async Task Documents_of_a_host_are_for_those_who_reach_the_host(string path)
    {
        (await new Visitor(_ => TheSystem.Monolith.Addresses.Public).GetAsync(path)).Status.Should().BeOneOf(200, 301, 302);

        var answer = await new Visitor(_ => TheSystem.Gateway(0).Addresses.Public).GetAsync(path);
        if (path == "/health/ready") answer.ServedBy.Should().BeNull("the gateway answers for its own health");
        else answer.Status.Should().Be(404);
    }
}
