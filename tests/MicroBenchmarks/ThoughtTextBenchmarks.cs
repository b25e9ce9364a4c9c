using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Html;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What rendering the text of a thought costs; a page does it 20 times.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ThoughtTextBenchmarks
{
    private readonly string words = Sentences.Plain;
    private readonly string links = Sentences.Linked;

    // The longest text there may be, of what looks most like links and is none.
    private readonly string deceptive = string.Concat(Enumerable.Repeat("h#@http://<", 23))[..250];

    /// <summary>Words alone.</summary>
    /// <returns>The HTML.</returns>
    [Benchmark]
    public IHtmlContent Plain() => ThoughtText.Render(words, [], Sentences.People);

    /// <summary>With an address, a tag, somebody and nobody.</summary>
    /// <returns>The HTML.</returns>
    [Benchmark]
    public IHtmlContent Links() => ThoughtText.Render(links, [], Sentences.People);

    /// <summary>Words alone, two of which were found.</summary>
    /// <returns>The HTML.</returns>
    [Benchmark]
    public IHtmlContent Marks() => ThoughtText.Render(words, Sentences.Marks, Sentences.People);

    /// <summary>What is no link at every step.</summary>
    /// <returns>The HTML.</returns>
    [Benchmark]
    public IHtmlContent WorstCase() => ThoughtText.Render(deceptive, [], Sentences.People);
}
