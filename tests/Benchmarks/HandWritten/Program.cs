using MyThoughts.Benchmarks.HandWritten;
using Npgsql;

// The search page as one would write it for this one page: the same query, the same look at who asks, the same bytes, and nothing else.
// What the page costs beyond this is what Razor, the module's seams and the rest of a host cost.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Listen();
var settings = builder.Configuration;
await using var database = NpgsqlDataSource.Create(settings["Database"] + ";Maximum Pool Size=20;Max Auto Prepare=50;No Reset On Close=true");
var search = new SearchQuery(database, await File.ReadAllTextAsync(settings["Sql"]!));
var login = await LoginCheck.CreateAsync(new Uri(settings["Keys"]!));
var page = PageTemplate.Of(await File.ReadAllTextAsync(settings["Page"]!), (await search.RunAsync(settings["Word"]!, default))[0], settings["Word"]!);
var app = builder.Build();
EndWithParent.Watch(app.Lifetime);
app.MapGet("/health/ready", () => "ready");
app.MapGet("/search", async (HttpContext context, CancellationToken cancellationToken) =>
{
    if (!login.Passes(context.Request.Cookies["session"]))
    {
        context.Response.Redirect("/login/");
        return;
    }
    var word = context.Request.Query["search"].ToString();
    var thoughts = await search.RunAsync(word, cancellationToken);
    context.Response.ContentType = "text/html; charset=utf-8";
    page.Write(context.Response.BodyWriter, thoughts, word, DateTime.UtcNow);
    await context.Response.BodyWriter.FlushAsync(cancellationToken);
});
await app.RunAsync();
