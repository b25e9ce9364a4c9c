using System.Net;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.{{Name}}.Tests;

/// <summary>The module leaves the monolith: first it is asked elsewhere, then its paths are gone.</summary>
internal sealed class HostingModeTests
{
    [Test]
    public async Task Remote_the_monolith_shows_what_the_service_says_and_says_so_when_it_is_away()
    {
        await using var service = await TheModule.StartServiceAsync();
        await using var monolith = await TheModule.StartMonolithAsync(HostingMode.Remote, service.Addresses.Internal);
        using var visitor = new HttpClient { BaseAddress = monolith.Addresses.Public };
        (await visitor.GetStringAsync("/{{name}}")).Should().Contain(TheModule.Older);
        (await visitor.GetStringAsync("/api/{{name}}")).Should().Contain(TheModule.Older);

        await service.StopAsync();

        using var page = await visitor.GetAsync("/{{name}}");
        page.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Headers.RetryAfter.Should().NotBeNull();
        (await page.Content.ReadAsStringAsync()).Should().Contain("<h1>{{Name}}</h1>").And.Contain("everything else works");
    }

    [Test]
    public async Task Absent_its_paths_are_404_in_the_monolith()
    {
        await using var monolith = await TheModule.StartMonolithAsync(HostingMode.Absent, TheModule.Service.Addresses.Internal);
        using var visitor = new HttpClient { BaseAddress = monolith.Addresses.Public };
        foreach (var path in (string[])["/{{name}}", "/api/{{name}}"])
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, "of {0}", path);
        }
    }
}
