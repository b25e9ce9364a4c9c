/// <summary>Runs the tests that carry a claim, at the size the claim is made for, and prints what they found.</summary>
internal static class Prove
{
    private const string Claims = "artifacts/claims.txt";

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql, Prerequisite.Chromium);
        await Build.EverythingAsync(stop);
        var file = Repository.InRoot(Claims);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        var filter = arguments is [var part, ..] ? $"TestCategory=Prove&TestCategory={part}" : "TestCategory=Prove";
        var result = await TestProjects.RunAsync(filter, atATime: 1, new Dictionary<string, string> { ["MYTHOUGHTS_PROVE"] = "1", ["MYTHOUGHTS_CLAIMS"] = file }, stop);
        Console.WriteLine();
        Console.Write(File.Exists(file) ? await File.ReadAllTextAsync(file, stop) : "");
        if (result.Passed + result.Failed == 0) throw new TaskFailedException(arguments is [var wanted, ..] ? $"no test has the category {wanted}." : "no test ran.");
        Console.WriteLine(result);
        return result.ExitCode;
    }
}
