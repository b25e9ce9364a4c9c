using MyThoughts.Support;

namespace MyThoughts;

// NUnit runs it around all tests of its namespace and those below, in each project that compiles it.
[SetUpFixture]
public sealed class SharedPostgres
{
    [OneTimeTearDown]
    public Task LetGo() => TestCluster.ReleaseSharedAsync();
}
