using System.Globalization;

namespace MyThoughts.Gateway.State;

/// <summary>The share of visitors that a route sends to its service, in hundredths of a percent.</summary>
internal readonly record struct Weight(int BasisPoints)
{
    /// <summary>Everybody.</summary>
    public const int All = 10_000;

    /// <summary>What to say of anything else.</summary>
    public const string Wanted = "A weight is a percentage from 0 to 100 in steps of 0.01.";

    public decimal Percent => BasisPoints / 100m;

    public static bool TryParse(string? text, out Weight weight)
    {
        weight = default;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && TryFrom(percent, out weight);
    }

    public static bool TryFrom(decimal percent, out Weight weight)
    {
        weight = default;
        if (percent is < 0 or > 100 || percent * 100 != decimal.Truncate(percent * 100)) return false;
        weight = new Weight((int)(percent * 100));
        return true;
    }

    public override string ToString() => Percent.ToString("0.##", CultureInfo.InvariantCulture);
}
