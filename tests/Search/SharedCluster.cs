using MyThoughts.Support;

namespace MyThoughts.Search.Tests;

[SetUpFixture]
internal sealed class SharedCluster
{
    [OneTimeTearDown]
    public Task Release() => TestCluster.ReleaseSharedAsync();
}
