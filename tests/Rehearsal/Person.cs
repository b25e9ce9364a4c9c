using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MyThoughts.Rehearsal;

/// <summary>Somebody with a browser's cookies and a program's token, who does a bit of everything.</summary>
internal sealed partial class Person : IDisposable
{
    private const string Password = "a password for rehearsals";
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    private readonly HttpClient browser;
    private readonly string name;
    private readonly Random random;
    private readonly Ledger ledger;
    private readonly Func<Func<Task<string?>>, Task<string?>> note;
    private string token = "";
    private (long Id, string Text)? last;

    private Person(Uri gateway, int number, Ledger ledger, Func<Func<Task<string?>>, Task<string?>> note)
    {
        (name, random, this.ledger, this.note) = ($"rehearser{number}", new(number), ledger, note);
        browser = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(15) };
    }

    public static async Task<Person> SignUpAsync(Uri administration, Uri gateway, int number, Ledger ledger, Func<Func<Task<string?>>, Task<string?>> note)
    {
        var person = new Person(gateway, number, ledger, note);
        using var client = new HttpClient { BaseAddress = administration };
        using var made = await client.PostAsJsonAsync("/admin/users/", new { username = person.name, password = Password });
        made.EnsureSuccessStatusCode();
        if (await person.LogInAsync() is { } problem || await person.LogInOnThePageAsync() is { } other) throw new InvalidOperationException("Nobody can log in.");
        return person;
    }

    public async Task LiveAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await note(NextThing());
            await Task.Delay(Breath, CancellationToken.None);
        }
    }

    public void Dispose() => browser.Dispose();

    private Func<Task<string?>> NextThing() => random.Next(100) switch
    {
        < 20 => PostAsync,
        < 28 => PostOnThePageAsync,
        < 32 => DeleteAsync,
        < 36 => LogInAsync,
        < 39 => LogOutAndInOnThePagesAsync,
        < 55 => () => ReadAsync("/search?search=Rehearsed"),
        < 65 => () => ReadAsync("/api/search/?q=Rehearsed&limit=20"),
        < 75 => () => ReadAsync($"/@{name}/"),
        < 85 => () => ReadAsync("/api/thoughts/?limit=20"),
        < 90 => () => ReadAsync("/account/"),
        < 95 when last is { } thought => () => ReadAsync(string.Create(CultureInfo.InvariantCulture, $"/thoughts/{thought.Id}/")),
        _ => () => ReadAsync("/"),
    };

    private async Task<string?> ReadAsync(string path)
    {
        using var answer = await browser.GetAsync(path);
        return Expect(answer, $"GET {path}", HttpStatusCode.OK);
    }

    private async Task<string?> PostAsync()
    {
        var text = NewText();
        using var request = WithToken(HttpMethod.Post, "/api/me/thoughts/", new { text });
        request.Headers.Add("Idempotency-Key", text[^32..]);
        using var answer = await browser.SendAsync(request);
        if (Expect(answer, "POST /api/me/thoughts/", HttpStatusCode.Created) is { } failure) return failure;
        var thought = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ledger.Posted(text);
        last = (thought["id"]!.GetValue<long>(), text);
        return thought["text"]!.GetValue<string>() == text ? null : "POST /api/me/thoughts/: another text came back";
    }

    private async Task<string?> DeleteAsync()
    {
        if (last is not { } thought) return await ReadAsync("/");
        last = null;
        using var request = WithToken(HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture, $"/api/me/thoughts/{thought.Id}/"), null);
        using var answer = await browser.SendAsync(request);
        if (Expect(answer, "DELETE a thought", HttpStatusCode.NoContent, HttpStatusCode.Accepted) is { } failure) return failure;
        ledger.Deleted(thought.Id, thought.Text);
        return null;
    }

    // A form that one side rendered may be sent to the other.
    private async Task<string?> PostOnThePageAsync()
    {
        var text = NewText();
        var failure = await SubmitAsync("/thoughts/", "/thoughts/new", new() { ["Text"] = text });
        if (failure is null) ledger.Posted(text);
        return failure;
    }

    private async Task<string?> LogInAsync()
    {
        using var answer = await browser.PostAsJsonAsync("/api/login/", new { username = name, password = Password });
        if (Expect(answer, "POST /api/login/", HttpStatusCode.OK) is { } failure) return failure;
        token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["Authorized"]!.GetValue<string>();
        return null;
    }

    private Task<string?> LogInOnThePageAsync() => SubmitAsync("/login/", "/login/", new() { ["Username"] = name, ["Password"] = Password });

    private async Task<string?> LogOutAndInOnThePagesAsync() => await SubmitAsync("/", "/logout/", []) ?? await LogInOnThePageAsync();

    private async Task<string?> SubmitAsync(string page, string action, Dictionary<string, string> fields)
    {
        using var form = await browser.GetAsync(page);
        if (Expect(form, $"GET {page}", HttpStatusCode.OK) is { } failure) return failure;
        // Any of the page's forms has it.
        fields["antiforgery"] = Antiforgery().Matches(await form.Content.ReadAsStringAsync())[^1].Groups[1].Value;
        using var answer = await browser.PostAsync(action, new FormUrlEncodedContent(fields));
        return Expect(answer, $"POST {action}", HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
    }

    private HttpRequestMessage WithToken(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Headers = { Authorization = AuthenticationHeaderValue.Parse(token) } };
        if (body is not null) request.Content = JsonContent.Create(body);
        return request;
    }

    private static string? Expect(HttpResponseMessage answer, string what, params HttpStatusCode[] wanted)
    {
        if (wanted.Contains(answer.StatusCode)) return null;
        var side = answer.Headers.TryGetValues("X-Served-By", out var sides) ? string.Join(' ', sides) : "the gateway";
        return $"{what}: {(int)answer.StatusCode} from {side}";
    }

    private static string NewText() => $"Rehearsed {Guid.NewGuid():N}";

    [GeneratedRegex("name=\"antiforgery\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
