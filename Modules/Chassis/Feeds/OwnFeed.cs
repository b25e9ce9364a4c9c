namespace MyThoughts.Chassis.Feeds;

/// <summary>A feed that this host answers for.</summary>
/// <param name="Module">The module whose feed it is.</param>
internal sealed record OwnFeed(string Module);
