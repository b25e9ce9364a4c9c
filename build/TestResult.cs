using System.Xml.Linq;

/// <summary>How many tests did what.</summary>
internal readonly record struct TestResult(int Passed, int Failed, int Skipped)
{
    // A skipped test is a claim that nobody checked.
    public int ExitCode => Failed == 0 && Skipped == 0 && Passed > 0 ? 0 : 1;

    public static TestResult operator +(TestResult left, TestResult right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Reads the counters of a result file.</summary>
    public static TestResult Read(string trxFile)
    {
        var counters = XDocument.Load(trxFile).Descendants().Single(element => element.Name.LocalName == "Counters");
        var (total, passed, failed) = (Number(counters, "total"), Number(counters, "passed"), Number(counters, "failed"));
        return new(passed, failed, total - passed - failed);
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    private static int Number(XElement counters, string name) => (int)counters.Attribute(name)!;
}
