using MyThoughts.Support;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>The monolith and the services, each a process, over one database; started for the first test that wants them.</summary>
[SetUpFixture]
internal sealed class Hosts
{
    private static SystemUnderTest? running;

    public static async Task<SystemUnderTest> StartedAsync() => running ??= await SystemUnderTest.StartAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (running is not null) await running.DisposeAsync();
    }
}
