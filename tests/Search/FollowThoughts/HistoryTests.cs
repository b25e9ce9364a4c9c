using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>The judge of the proof finds each of the faults that it is there for.</summary>
internal sealed class HistoryTests
{
    private static readonly History History = new([Version(1, 10, "one"), Version(2, 11, "two"), Version(2, 13, "two, changed"), Version(3, 12, "three"), Version(3, 14, null)]);

    [Test]
    public void A_reader_that_saw_the_last_state_of_each_row_once_did_well() =>
        Judge(new() { [1] = "one", [2] = "two, changed" }, Move(0, 11, (1, "one"), (2, "two")), Move(11, 14, (2, "two, changed"))).Should().Be(new Verdict(0, 0, 0));

    [Test]
    public void A_state_that_never_came_and_a_deletion_that_did_not_take_are_lost() =>
        Judge(new() { [2] = "two", [3] = "three" }, Move(0, 14, (2, "two"), (3, "three"))).Lost.Should().Be(3);

    [Test]
    public void A_state_that_was_written_in_two_transactions_was_applied_twice() =>
        Judge(new() { [1] = "one", [2] = "two, changed" }, Move(0, 12, (1, "one")), Move(12, 14, (1, "one"), (2, "two, changed")))
            .Should().Be(new Verdict(0, Twice: 1, OutOfOrder: 1));

    [Test]
    public void A_cursor_that_went_back_or_jumped_is_out_of_order() =>
        Judge(new() { [1] = "one", [2] = "two, changed" }, Move(0, 11, (1, "one")), Move(10, 12), Move(13, 14), Move(14, 14)).OutOfOrder.Should().Be(3);

    [Test]
    public void A_state_that_a_reader_was_not_told_told_twice_or_told_too_late_is_found()
    {
        History.Judge(Told(10, 13, 14)).Should().Be(new Verdict(0, 0, 0));
        History.Judge(Told(10, 13)).Lost.Should().Be(1);
        History.Judge(Told(10, 13, 13, 14)).Should().Be(new Verdict(0, Twice: 1, OutOfOrder: 1));
        History.Judge(Told(13, 10, 14)).OutOfOrder.Should().Be(1);
    }

    private static Verdict Judge(Dictionary<long, string> found, params Audit.Move[] moves) => History.Judge(moves, found);

    private static Audit.Move Move(long from, long to, params (long, string?)[] rows) => new(At(from), At(to), rows);

    private static List<ThoughtChange> Told(params long[] places) => [.. places.Select(place => place switch
    {
        10 => Change(1, place, "one"),
        13 => Change(2, place, "two, changed"),
        _ => Change(3, place, null),
    })];

    private static ThoughtChange Change(long id, long place, string? text) => new(At(place), id, text is null ? null : new(id, "writer", text, default));

    private static RowVersion Version(long id, long place, string? text) => new(id, At(place), text);

    private static FeedCursor At(long place) => new(1, (ulong)place, place);
}
