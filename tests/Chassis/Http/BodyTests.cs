using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Tests.Hosting;

namespace MyThoughts.Chassis.Tests.Http;

public sealed class BodyTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private ChassisHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await ChassisHost.StartAsync(app =>
        app.MapPost("/api/echo", (Body<Note> body) => TypedResults.Ok(body.Value)).AcceptsBody<Note>());

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("""{"text":"a + b"}""", "application/json")]
    [TestCase("""{"Text":"a + b","other":[1]}""", "application/json; charset=utf-8")]
    [TestCase("text=a+%2B+b", Form)]
    [TestCase("text=a+%2B+b", Form + "; charset=utf-8")]
    public async Task Json_and_forms_say_the_same(string body, string type)
    {
        var answer = await PostAsync(body, type);
        (await answer.Content.ReadFromJsonAsync<Note>())!.Text.Should().Be("a + b");
    }

    [Test]
    public async Task A_nul_in_a_form_reaches_the_validator_of_its_field() =>
        (await (await PostAsync("text=a%00b", Form)).Content.ReadFromJsonAsync<Note>())!.Text.Should().Be("a\0b");

    [Test]
    public async Task A_field_that_is_not_there_is_null() =>
        (await (await PostAsync("{}", "application/json")).Content.ReadFromJsonAsync<Note>())!.Text.Should().BeNull();

    [TestCase("""{"text":""", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("null", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("""{"text":1}""", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("""{"text":"\ud800"}""", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("<text/>", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("{}", "application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("--x\r\n", "multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_read_is_a_problem_document_and_never_a_500(string body, string type, HttpStatusCode status)
    {
        var answer = await PostAsync(body, type);
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [TestCase("""{"text":1}"""), TestCase("""{"text":"\ud800"}""")]
    public async Task A_value_that_cannot_be_read_is_named(string body)
    {
        var problem = JsonNode.Parse(await (await PostAsync(body, "application/json")).Content.ReadAsStringAsync())!;
        problem["errors"]!["text"]![0]!.GetValue<string>().Should().Contain("string");
    }

    [TestCase("application/json"), TestCase(Form)]
    public async Task Ten_megabytes_are_too_large(string type)
    {
        var answer = await PostAsync("text=" + new string('a', 10_000_000), type);
        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("64 KB");
    }

    private Task<HttpResponseMessage> PostAsync(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return host.Public.PostAsync("/api/echo", content);
    }

    private sealed record Note(string? Text);
}
