namespace MyThoughts.Search.Language;

/// <summary>A piece of what was typed, understood as far as that is possible without the others.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Term">What it asks for.</param>
/// <param name="IsOperator">Whether it makes a query of what would be a plain text.</param>
/// <param name="Note">How it was read, when it looks like an operator and is none.</param>
internal sealed record Token(string Text, Term Term, bool IsOperator, string? Note = null)
{
    public bool IsOr => !IsOperator && Text.Equals("or", StringComparison.OrdinalIgnoreCase);

    public bool IsCapitalOr => !IsOperator && Text == "OR";
}
