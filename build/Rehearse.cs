/// <summary>Rehearses taking a module out of the monolith and back with tests/Rehearsal.</summary>
internal static class Rehearse
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql);
        try
        {
            await Command.RunAsync(
                "dotnet", ["run", "--project", "tests/Rehearsal", "--", .. arguments],
                "Somebody would have noticed; the table above says at which step.", stop);
        }
        finally
        {
            await DevelopmentData.StopTestServersAsync();
        }
        return 0;
    }
}
