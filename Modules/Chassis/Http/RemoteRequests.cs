namespace MyThoughts.Chassis.Http;

/// <summary>What the HTTP client of a contract can say of one request.</summary>
public static class RemoteRequests
{
    /// <summary>How long until the whole answer must be there; 3 s when unset. A long poll sets it above its wait.</summary>
    public static HttpRequestOptionsKey<TimeSpan> TimeLimit { get; } = new("MyThoughts.TimeLimit");

    /// <summary>Whether the answer is a list that is read while it comes: the time limit then ends with the headers.</summary>
    public static HttpRequestOptionsKey<bool> IsStreamed { get; } = new("MyThoughts.IsStreamed");

    /// <summary>Whether the answer waits for something to happen there: how long it takes says nothing of the neighbour.</summary>
    public static HttpRequestOptionsKey<bool> IsLongPoll { get; } = new("MyThoughts.IsLongPoll");
}
