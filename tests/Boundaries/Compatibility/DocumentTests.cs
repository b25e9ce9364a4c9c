using System.Text.Json.Nodes;
using MyThoughts.BoundaryCheck.Compatibility.Documents;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Each kind of change of an OpenAPI document is judged by what older clients see of it.</summary>
internal sealed class DocumentTests
{
    [TestCaseSource(typeof(DocumentCases), nameof(DocumentCases.Operations))]
    public void An_operation_is_judged_by_what_older_clients_see(string before, string after, string said) => Said(before, after).Should().Be(said);

    [TestCaseSource(typeof(DocumentCases), nameof(DocumentCases.Schemas))]
    public void A_schema_is_judged_by_whether_clients_send_it_or_read_it(string before, string after, string sent, string read)
    {
        Said(DocumentCases.Body(before), DocumentCases.Body(after)).Should().Be(sent);
        Said(DocumentCases.Answer(before), DocumentCases.Answer(after)).Should().Be(read);
    }

    [TestCase("""{"/a":{"get":{}}}""", """{"/b":{"get":{}}}""", "/a: path removed: an older client gets 404|/b: new path")]
    [TestCase("""{"/a":{"get":{},"put":{}}}""", """{"/a":{"get":{},"post":{}}}""", "POST /a: new operation|PUT /a: operation removed: an older client gets 405")]
    public void A_path_that_goes_is_missed(string before, string after, string said) =>
        string.Join('|', DocumentComparison.Compare(Paths(before), JsonNode.Parse(Paths(after))!.AsObject()).Select(change => $"{change}").Order(StringComparer.Ordinal)).Should().Be(said);

    [Test]
    public void A_change_stands_on_the_line_of_what_was_approved()
    {
        var before = DocumentText.Of(JsonNode.Parse(Document(DocumentCases.Answer("""{"properties":{"a":{},"b":{}}}""")))!.AsObject());
        var after = JsonNode.Parse(Document(DocumentCases.Answer("""{"properties":{"a":{}}}""")))!.AsObject();

        var change = DocumentComparison.Compare(before, after).Should().ContainSingle().Which;

        before.Split('\n')[change.Line - 1].Should().Contain("\"b\"");
    }

    private static string Said(string before, string after) => string.Join('|',
        DocumentComparison.Compare(Document(before), JsonNode.Parse(Document(after))!.AsObject()).Select(change => $"{(change.IsBreaking ? "!" : "")}{change}"));

    private static string Paths(string paths) => """{"openapi":"3.1.1","paths":""" + paths + "}";

    private static string Document(string operation) =>
        """{"openapi":"3.1.1","paths":{"/things":{"post":""" + operation + """}},"components":{"schemas":{"Word":{"type":"string"}}}}""";
}
