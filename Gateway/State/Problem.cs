namespace MyThoughts.Gateway.State;

/// <summary>Why a change is refused.</summary>
/// <param name="Place">The part of the state, for example <c>routes.search.weight</c>.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
internal sealed record Problem(string Place, string Message);
