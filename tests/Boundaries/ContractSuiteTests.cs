using MyThoughts.Search.Contracts;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Boundaries.Tests;

/// <summary>One suite runs against both implementations of every contract, and leaves no member out.</summary>
internal sealed class ContractSuiteTests
{
    [TestCase(typeof(IUsers), "Users"), TestCase(typeof(IThoughts), "Thoughts"), TestCase(typeof(ISearch), "Search")]
    public void Each_member_of_a_contract_is_tested_in_process_and_over_HTTP(Type contract, string module) =>
        ContractSuites.Violations(contract, TestsOf(module)).Should().BeEmpty();

    [Test]
    public void A_member_that_is_called_in_process_alone_is_found() =>
        ContractSuites.Violations(typeof(ISearch), ["await search.SearchAsync(new(), default);", "new RemoteSearch(client).ToString();"])
            .Should().Equal("ISearch.SearchAsync is not tested over HTTP");

    private static IEnumerable<string> TestsOf(string module) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", module), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
}
