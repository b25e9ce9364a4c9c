using MyThoughts.Chassis.Map;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests;

/// <summary>One suite runs against both implementations of every contract, and leaves no member out.</summary>
internal sealed class ContractSuiteTests
{
    private static IEnumerable<string> Modules => ModuleMap.Load().Modules.Select(module => module.Folder);

    [TestCaseSource(nameof(Modules))]
    public void Each_member_of_a_contract_is_tested_in_process_and_over_HTTP(string module) =>
        ContractSuites.Violations(Contracts.Of(module), TestsOf(module)).Should().BeEmpty();

    [Test]
    public void A_member_that_is_called_in_process_alone_is_found() =>
        ContractSuites.Violations(Contracts.Of("Search"), ["await search.SearchAsync(new(), default);", "new RemoteSearch(client).ToString();"])
            .Should().Equal("ISearch.SearchAsync is not tested over HTTP");

    private static IEnumerable<string> TestsOf(string module) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", module), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
}
