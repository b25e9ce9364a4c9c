using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

/// <summary>Visitor ids that are the same in every run, valid as cookies.</summary>
internal static class FixedVisitors
{
    public static string Id(int n) => $"01890a5d-0000-7000-8000-{n:x12}";

    /// <summary>As <see cref="On"/>, but who comes just now: the others came years ago.</summary>
    public static string NewcomerOn(string route, bool service, int percentage) => Enumerable.Range(0, 10_000)
        .Select(_ => Guid.CreateVersion7().ToString()).First(id => VisitorBucket.Of(id, route) < percentage * 100 == service);

    /// <summary>One that the route's service gets at this percentage, or one that it does not get.</summary>
    public static string On(string route, bool service, int percentage) =>
        Enumerable.Range(0, 10_000).Select(Id).First(id => VisitorBucket.Of(id, route) < percentage * 100 == service);
}
