using System.Globalization;
using System.Text.Json;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>What older clients rely on in a JSON answer.</summary>
internal static class JsonShape
{
    public static void ShouldBeAThought(this JsonElement json, string username, string text)
    {
        json.EnumerateObject().Select(property => property.Name).Should().Equal("id", "username", "text", "timestamp");
        json.GetProperty("id").GetInt64().Should().BePositive();
        json.GetProperty("username").GetString().Should().Be(username);
        json.GetProperty("text").GetString().Should().Be(text);
        json.GetProperty("timestamp").ShouldBeATimeInUtc();
    }

    public static void ShouldBeATimeInUtc(this JsonElement json)
    {
        json.GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$", "times are RFC 3339 in UTC, in microseconds");
        json.Time().Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(5));
    }

    public static DateTime Time(this JsonElement json) =>
        DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public static long Id(this JsonElement json) => json.GetProperty("id").GetInt64();

    public static string Text(this JsonElement json) => json.GetProperty("text").GetString()!;

    /// <summary>An RFC 9457 problem document for this status, with nothing of an exception in it.</summary>
    public static void ShouldBeAProblem(this Answer answer, int status)
    {
        answer.Status.Should().Be(status, "of this answer: {0}", answer);
        answer.ContentType?.MediaType.Should().Be("application/problem+json", "of this answer: {0}", answer);
        answer.Json.GetProperty("status").GetInt32().Should().Be(status);
        answer.Json.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        answer.Text.Should().NotContainAny("Exception", "   at ", "Npgsql");
    }

    /// <summary>The same, naming a field.</summary>
    public static void ShouldBeAProblemWith(this Answer answer, string field, int status = 400)
    {
        answer.ShouldBeAProblem(status);
        answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name.ToLowerInvariant()).Should().Contain(field);
        answer.Json.GetProperty("errors").EnumerateObject().Should().OnlyContain(error => error.Value.GetArrayLength() > 0);
    }
}
