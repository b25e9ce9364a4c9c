using System.Text;
using MyThoughts.Benchmarks.Memory;

namespace MyThoughts.Benchmarks.Tests;

public sealed class OccurrenceCounterTests
{
    [Test]
    public void Occurrences_are_counted_wherever_the_stream_is_cut([Range(1, 12)] int size)
    {
        var counter = new OccurrenceCounter("{\"id\":"u8);

        foreach (var piece in Encoding.UTF8.GetBytes("""[{"id":1,"text":"{\"id\":"},{{"id":2},{"idx":3},{"id":4}]""").Chunk(size)) counter.Add(piece);

        counter.Count.Should().Be(3);
    }
}
