namespace MyThoughts.{{Name}}.Contracts;

/// <summary>One of the things that the module keeps.</summary>
/// <param name="Id">Its number; a later one has a higher one.</param>
/// <param name="Text">1 to 250 Unicode code points.</param>
/// <param name="CreatedAt">When it was written, in UTC, in microseconds.</param>
public sealed record {{Name}}Item(long Id, string Text, DateTime CreatedAt);
