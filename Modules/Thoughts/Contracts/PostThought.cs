namespace MyThoughts.Thoughts.Contracts;

/// <summary>Asks the module to publish a thought on the author's behalf.</summary>
/// <param name="Username">The author, as the token names them.</param>
/// <param name="Text">1 to 250 Unicode code points, at least one of them not white space, no NUL, no lone surrogate.</param>
/// <param name="IdempotencyKey">
/// Of the author's choice, 1 to 255 visible ASCII characters: within 24 hours, asking again with the same key and text gives the same
/// answer and no second thought. Null for none.
/// </param>
public sealed record PostThought(string Username, string Text, string? IdempotencyKey = null);
