namespace MyThoughts.Support.Hosts;

/// <summary>The last lines of an output of any length.</summary>
internal sealed class RecentLines
{
    private const int Most = 200;

    private readonly Queue<string> lines = new();

    public void Add(string line)
    {
        lock (lines)
        {
            if (lines.Count == Most) lines.Dequeue();
            lines.Enqueue(line);
        }
    }

    public bool Contain(Func<string, bool> isIt)
    {
        lock (lines) return lines.Any(isIt);
    }

    public override string ToString()
    {
        lock (lines) return string.Join(Environment.NewLine, lines);
    }
}
