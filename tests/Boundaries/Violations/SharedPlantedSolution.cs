namespace MyThoughts.Boundaries.Tests.Violations;

/// <summary>Leaves nothing behind.</summary>
[SetUpFixture]
internal sealed class SharedPlantedSolution
{
    [OneTimeTearDown]
    public Task Remove() => PlantedSolution.DisposeSharedAsync();
}
