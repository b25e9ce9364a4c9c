namespace MyThoughts.{{Name}}.Contracts;

/// <summary>Asks the module for its newest items.</summary>
/// <param name="Limit">At most so many, 1 to 100, as it came, so that the module alone decides what is valid; 20 when absent.</param>
public sealed record List{{Name}}(string? Limit = null)
{
    /// <summary>How many there are when nobody says.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int LargestLimit = 100;
}
