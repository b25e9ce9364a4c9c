using System.Globalization;

namespace MyThoughts.Gateway.Figures;

/// <summary>Figures as people read them: never more digits than mean something, and never without a unit.</summary>
internal static class Units
{
    /// <summary>What stands where there is no figure, because nothing was asked.</summary>
    public const string None = "–";

    /// <summary>A share of visitors, which is exact: a weight has steps of 0.01.</summary>
    public static string Exact(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)}%";

    /// <summary>A share that was measured.</summary>
    public static string Measured(double? share) => share is { } known ? $"{(known * 100).ToString("0.0", CultureInfo.InvariantCulture)}%" : None;

    /// <summary>A share of failures: the first few in ten thousand are news already.</summary>
    public static string Failed(double share) => $"{(share * 100).ToString("0.00", CultureInfo.InvariantCulture)}%";

    public static string PerSecond(double requests) => $"{requests.ToString(requests < 99.95 ? "0.0" : "#,0", CultureInfo.InvariantCulture)}/s";

    public static string Time(double? milliseconds) => milliseconds switch
    {
        null => None,
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
        < 999.5 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s"),
    };
}
