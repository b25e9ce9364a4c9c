using System.Text.RegularExpressions;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Each member of a contract is called in a test that runs against its implementation over HTTP too.</summary>
internal static class ContractSuites
{
    /// <param name="contract">The contract.</param>
    /// <param name="files">The module's tests.</param>
    public static IEnumerable<string> Violations(Type contract, IEnumerable<string> files)
    {
        var remote = files.Where(text => text.Contains($"new Remote{contract.Name[1..]}(", StringComparison.Ordinal) || text.Contains("side.Remote", StringComparison.Ordinal)).ToList();
        return Contracts.Members(contract).Select(member => member.Name)
            .Where(member => !remote.Exists(text => Regex.IsMatch(text, $@"\b{member}\(")))
            .Select(member => $"{contract.Name}.{member} is not tested over HTTP");
    }
}
