using System.Globalization;

namespace MyThoughts.Benchmarks.Core;

/// <summary>What processes have used so far, from <c>/proc</c>: the clock that the kernel keeps, whatever the process knows of itself.</summary>
internal static class ProcessUsage
{
    private const double TicksPerSecond = 100;   // USER_HZ, the same on every Linux in use
    private const int Parent = 1, UserTime = 11, SystemTime = 12, ChildrenUserTime = 13, ChildrenSystemTime = 14, ResidentPages = 21;

    /// <summary>Processor seconds of processes and all their descendants, those that have ended included.</summary>
    public static double CpuSeconds(IReadOnlyCollection<int> roots)
    {
        var all = All();
        var ticks = all.Where(process => Descends(process.Key)).Sum(process => Sum(process.Value, UserTime, SystemTime, ChildrenUserTime, ChildrenSystemTime));
        return ticks / TicksPerSecond;

        bool Descends(int id)
        {
            for (; all.TryGetValue(id, out var fields); id = Number(fields, Parent))
                if (roots.Contains(id)) return true;
            return false;
        }
    }

    /// <summary>The child of a process that runs a program.</summary>
    public static int ChildOf(int parent, string program) => All()
        .First(process => Number(process.Value, Parent) == parent && File.ReadAllText($"/proc/{process.Key}/comm").Trim() == program).Key;

    /// <summary>Resident megabytes of a process, without its children.</summary>
    public static double Megabytes(int process) => Read(process) is { Length: > ResidentPages } fields
        ? Sum(fields, ResidentPages) * Environment.SystemPageSize / 1024.0 / 1024.0 : 0;

    /// <summary>The parent of a process.</summary>
    public static int ParentOf(int process) => Number(Read(process), Parent);

    private static Dictionary<int, string[]> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0).Select(id => (Id: id, Fields: Read(id)))
        .Where(process => process.Fields.Length > ResidentPages).ToDictionary(process => process.Id, process => process.Fields);

    private static int Number(string[] fields, int place) => int.Parse(fields[place], CultureInfo.InvariantCulture);

    // The name, in parentheses, may hold spaces and parentheses itself.
    private static string[] Read(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];   // it has ended meanwhile
        }
    }

    private static double Sum(string[] fields, params ReadOnlySpan<int> places)
    {
        var sum = 0.0;
        foreach (var place in places) sum += long.Parse(fields[place], CultureInfo.InvariantCulture);
        return sum;
    }
}
