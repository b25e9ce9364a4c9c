using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Compatibility.Documents;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Hosts print their documents with nothing around them, and those are the approved ones.</summary>
internal sealed class HostDocumentTests
{
    [Test, CancelAfter(120_000)]
    public async Task The_document_of_each_built_host_is_the_approved_one(CancellationToken cancellationToken)
    {
        var solution = SolutionReader.Read(Repository.Root, Path.Combine(Repository.Root, "Modules", "modules.json"));
        var answers = await HostDocuments.AskAsync(solution with { Projects = [.. solution.Projects.Where(project => project.Assembly is not null)] }, cancellationToken);

        answers.Should().NotBeEmpty().And.OnlyContain(answer => answer.Document != null, "standard output is the document alone");
        ApprovedDocuments.Compare(solution, answers).Texts.Should().OnlyContain(text => text.Approved != null && text.Changes.Count == 0, "--update-contracts writes them");
    }
}
