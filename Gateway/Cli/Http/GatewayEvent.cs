namespace MyThoughts.Gateway.Cli.Http;

/// <summary>Something that the gateway told while one listened.</summary>
/// <param name="Name"><c>state</c> or <c>figures</c>; a newer gateway may know more.</param>
/// <param name="Data">Its JSON.</param>
internal sealed record GatewayEvent(string Name, Answer Data);
