using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>What came back, read to its end.</summary>
internal sealed class Answer(HttpResponseMessage response, byte[] body, string path)
{
    public int Status => (int)response.StatusCode;
    public byte[] Body => body;
    public string Text => Encoding.UTF8.GetString(body);
    public JsonElement Json => JsonDocument.Parse(body).RootElement;
    public HtmlPage Page => new(Text, path);
    public MediaTypeHeaderValue? ContentType => response.Content.Headers.ContentType;

    /// <summary>Path and query of where it sends the browser, whether or not it named the host.</summary>
    public string? Location => response.Headers.Location is not { } location ? null
        : location.IsAbsoluteUri && !location.IsFile ? location.PathAndQuery
        : location.OriginalString;

    /// <summary>The side that answered, where a gateway says so.</summary>
    public string? ServedBy => Header("X-Served-By");

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values) : null;

    public override string ToString() => $"{Status} {ContentType} {Text}";
}
