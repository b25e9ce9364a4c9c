using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests;

[SetUpFixture]
internal sealed class SharedCluster
{
    [OneTimeTearDown]
    public Task Release() => TestCluster.ReleaseSharedAsync();
}
