namespace MyThoughts.Benchmarks;

/// <summary>One thing to measure: a page or resource, asked for directly or through the gateway.</summary>
/// <param name="What">What is asked for.</param>
/// <param name="Way"><c>direct</c> or <c>gateway</c>.</param>
/// <param name="Address">Where.</param>
/// <param name="Cookies">What a browser would send.</param>
internal sealed record Arm(string What, string Way, Uri Address, string Cookies)
{
    public const string Direct = "direct";
    public const string Gateway = "gateway";
}
