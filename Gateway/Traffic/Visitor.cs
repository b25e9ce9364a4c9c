using System.Globalization;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Where a visitor's id comes from.</summary>
internal enum VisitorKind
{
    /// <summary>A cookie that an earlier answer set.</summary>
    Cookie,

    /// <summary>The user of a bearer token, of whom nobody knows since when they have been here.</summary>
    Token,

    /// <summary>Made for this very request.</summary>
    Minted,
}

/// <summary>What a drain needs to know of who asks.</summary>
/// <param name="Kind">Where their id comes from.</param>
/// <param name="BornAt">When a cookie's id was made, in Unix milliseconds.</param>
internal readonly record struct Visitor(VisitorKind Kind, long BornAt = 0)
{
    // The first 48 bits of a UUIDv7 are its time in milliseconds (RFC 9562, section 5.7): 8 and 4 digits with a dash between.
    private const int HighDigits = 8;
    private const int LowDigits = 4;

    public static Visitor OfCookie(ReadOnlySpan<char> id) => new(VisitorKind.Cookie, Digits(id[..HighDigits]) << (4 * LowDigits) | Digits(id.Slice(HighDigits + 1, LowDigits)));

    /// <summary>Whether they came after a drain began.</summary>
    public bool IsNewcomer(DateTimeOffset? drainingSince) => drainingSince is { } since && Kind switch
    {
        VisitorKind.Minted => true,
        VisitorKind.Token => false,
        _ => BornAt >= since.ToUnixTimeMilliseconds(),
    };

    private static long Digits(ReadOnlySpan<char> hex) => long.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
