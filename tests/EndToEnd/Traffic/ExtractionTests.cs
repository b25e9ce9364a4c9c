using MyThoughts.Rehearsal;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>The runbook docs/extraction.md, performed on a system of its own.</summary>
[NonParallelizable, Category(Claim.Category), Category("rehearse")]
internal sealed class ExtractionTests
{
    private static IEnumerable<string> Modules => Claim.IsProof ? SystemUnderTest.Map.Modules.Select(module => module.Name) : ["thoughts"];

    [TestCaseSource(nameof(Modules))]
    public async Task A_module_leaves_the_monolith_and_comes_back_and_nobody_notices(string module)
    {
        var everyDay = new RehearsalOptions(module, TimeSpan.FromMilliseconds(200), People: 4, Weights: [50, 100]);
        var report = await Extraction.RehearseAsync(Claim.Size(everyDay, RehearsalOptions.Full(module)), TestContext.Out);
        report.Steps.SelectMany(step => step.Failures).Should().BeEmpty();
        report.Ledger.Should().Match<LedgerResult>(ledger => ledger.Posted > 0 && ledger.Lost == 0 && ledger.Doubled == 0 && ledger.Risen == 0);
        Claim.Holds($"Rehearsal of {module}, {report.Steps.Count} steps", report.Summary);
    }
}
