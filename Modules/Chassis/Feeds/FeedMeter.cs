namespace MyThoughts.Chassis.Feeds;

/// <summary>The meter of feeds and of those who follow them, and the names of its tags.</summary>
internal static class FeedMeter
{
    public const string Name = "MyThoughts.Feeds";

    public static KeyValuePair<string, object?> Feed(string feed) => new("feed", feed);

    public static KeyValuePair<string, object?> Reader(string reader) => new("reader", reader);
}
