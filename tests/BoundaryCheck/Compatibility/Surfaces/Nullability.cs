namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>How two spellings of a type differ.</summary>
internal enum TypeDifference
{
    None,

    /// <summary>Null came to be possible somewhere.</summary>
    NowNullable,

    /// <summary>Null is possible no longer somewhere.</summary>
    NoLongerNullable,

    /// <summary>It is another type, or nullability went both ways.</summary>
    Other,
}

internal static class Nullability
{
    public static string Without(string type) => type.Replace("?", "", StringComparison.Ordinal);

    public static bool IsNullable(string type) => type.EndsWith('?');

    public static TypeDifference Between(string before, string after)
    {
        if (before == after) return TypeDifference.None;
        if (Without(before) != Without(after)) return TypeDifference.Other;
        var (isAdded, isRemoved) = (false, false);
        for (var (old, now) = (0, 0); old < before.Length || now < after.Length;)
        {
            var (wasNull, isNull) = (old < before.Length && before[old] == '?', now < after.Length && after[now] == '?');
            if (isNull && !wasNull) isAdded = true;
            if (wasNull && !isNull) isRemoved = true;
            old += wasNull || !isNull ? 1 : 0;
            now += isNull || !wasNull ? 1 : 0;
        }
        return (isAdded, isRemoved) switch
        {
            (true, false) => TypeDifference.NowNullable,
            (false, true) => TypeDifference.NoLongerNullable,
            _ => TypeDifference.Other,
        };
    }
}
