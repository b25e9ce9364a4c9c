using System.Text.Json.Nodes;
using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Compatibility.Documents;

namespace MyThoughts.Boundaries.Tests.Compatibility;

internal sealed class DocumentTests
{
    [Test]
    public void Print()
    {
        using var w = new StreamWriter("/tmp/doc.out");
        foreach (var c in DocumentCases.Operations()) Write((string)c.Arguments[0]!, "", (string)c.Arguments[1]!, (string)c.Arguments[2]!);
        foreach (var c in DocumentCases.Schemas())
        {
            Write((string)c.Arguments[0]!, "sent", DocumentCases.Body((string)c.Arguments[1]!), DocumentCases.Body((string)c.Arguments[2]!));
            Write((string)c.Arguments[0]!, "read", DocumentCases.Answer((string)c.Arguments[1]!), DocumentCases.Answer((string)c.Arguments[2]!));
        }
        Assert.Pass();
        void Write(string name, string how, string before, string after)
        {
            w.WriteLine($"{name}|{how}|{string.Join('|', Changes(before, after).Select(x => (x.IsBreaking ? "!" : "") + x))}");
        }
    }

    private static IReadOnlyList<Change> Changes(string before, string after) => DocumentComparison.Compare(Document(before), JsonNode.Parse(Document(after))!.AsObject());

    private static string Document(string operation) =>
        """{"openapi":"3.1.1","info":{"title":"T"},"paths":{"/things":{"post":""" + operation + """}},"components":{"schemas":{"Word":{"type":"string"}}}}""";
}
