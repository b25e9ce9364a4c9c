using System.Text;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>What a verb writes while a test reads it.</summary>
internal sealed class SharedOutput : TextWriter
{
    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (text) text.Append(value);
    }

    public override void Write(string? value)
    {
        lock (text) text.Append(value);
    }

    public override string ToString()
    {
        lock (text) return text.ToString();
    }
}
