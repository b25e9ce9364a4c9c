namespace MyThoughts.Gateway.Pages.Changes;

/// <summary>The form in which a route's weight and modes are set: what stands in it, and what is in effect.</summary>
internal sealed record RouteForm(string Route, long Version, RouteFields Fields, string Present, string? TypedReason = null)
{
    // Names of the fields, as the form sends them.
    public string? Weight => Fields.Weight;
    public string? Reason => TypedReason;
}
