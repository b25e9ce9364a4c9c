using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed class ErrorPageTests
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System).AddRazorPages().AddApplicationPart(typeof(ThoughtCard).Assembly);
        app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler("/error/500");
        app.UseRouting();
        app.MapRazorPages();
        app.Map("/status/{status:int}", (int status) => Results.StatusCode(status));
        app.Map("/throw", string () => throw new InvalidOperationException("a secret of ours"));
        await app.StartAsync();
        client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [TestCase(400, "We could not read that")]
    [TestCase(403, "That is not yours to do")]
    [TestCase(404, "There is nothing here")]
    [TestCase(405, "That does not work here")]
    [TestCase(413, "That was too much")]
    [TestCase(418, "That did not work")]
    [TestCase(429, "Too many tries")]
    [TestCase(500, "Something went wrong")]
    [TestCase(502, "Something went wrong")]
    [TestCase(503, "We will be right back")]
    public async Task A_failure_says_what_happened_and_which_request_to_quote(int status, string title)
    {
        using var response = await client.GetAsync($"/status/{status}");
        var html = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status);
        html.Should().Contain($"<h1>{title}</h1>").And.Contain($"<title>{title} - MyThoughts</title>")
            .And.MatchRegex($"Error {status}, request <code>.+</code>");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Test]
    public async Task A_failed_form_gets_the_page_too()
    {
        using var response = await client.PostAsync("/status/503", new FormUrlEncodedContent([]));
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).Should().Contain("We will be right back");
    }

    [Test]
    public async Task An_exception_is_never_shown()
    {
        using var response = await client.GetAsync("/throw");
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Something went wrong").And.NotContain("secret").And.NotContain("Exception");
    }

    [TestCase("/error/200")]
    [TestCase("/error/500")]
    [TestCase("/error/404")]
    public async Task Asked_for_directly_there_is_no_such_page(string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("There is nothing here");
    }
}
