namespace MyThoughts.Benchmarks;

/// <summary>Runs every arm in turn, several times over, so that a slow minute of the machine falls on all of them.</summary>
internal static class Rounds
{
    public static async Task<IReadOnlyDictionary<Arm, Measurement>> RunAsync(IReadOnlyList<Arm> arms, BenchOptions options)
    {
        var measurements = arms.ToDictionary(arm => arm, _ => new List<Measurement>());
        foreach (var arm in arms)
        {
            Console.WriteLine($"Warming up: {arm.What}, {arm.Way}");
            await Wrk.RunAsync(arm, options.WarmUp);
        }
        for (var round = 1; round <= options.Rounds; round++)
        {
            Console.WriteLine($"Round {round} of {options.Rounds}");
            foreach (var arm in arms) measurements[arm].Add(await MeasureAsync(arm, options.Round));
        }
        return measurements.ToDictionary(entry => entry.Key, entry => Measurement.Median(entry.Value));
    }

    // wrk counts a redirect as a success, and a login page is fast: look at the answer itself before and after.
    private static async Task<Measurement> MeasureAsync(Arm arm, TimeSpan time)
    {
        var before = await FailuresAsync(arm);
        var measurement = await Wrk.RunAsync(arm, time);
        return measurement with { Failures = measurement.Failures + before + await FailuresAsync(arm) };
    }

    private static async Task<int> FailuresAsync(Arm arm)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, arm.Address);
        if (arm.Cookies.Length > 0) request.Headers.Add("Cookie", arm.Cookies);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == System.Net.HttpStatusCode.OK ? 0 : 1;
    }
}
