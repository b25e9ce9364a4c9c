namespace MyThoughts.Thoughts.Pages;

/// <summary>What the partial <c>_Compose</c> shows.</summary>
internal sealed record ComposeForm(string? Text);
