using MyThoughts.Boundaries.Tests.Violations;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Contracts and documents as the whole check compares them, with real assemblies and real hosts.</summary>
internal sealed class FrontDoorTests
{
    private const string Surface = "Modules/Catalog/Contracts/surface.approved.txt";
    private const string Document = "Gateway/openapi.approved.json";
    private PlantedSolution solution = null!;
    private string surface = "";

    [OneTimeSetUp]
    public async Task Build()
    {
        solution = await PlantedSolution.BuildAsync();
        surface = File.ReadAllText(solution.PathOf(Surface));
    }

    [OneTimeTearDown]
    public void Remove() => solution.Dispose();

    [TearDown]
    public void Restore()
    {
        solution.Write(Surface, surface);
        foreach (var file in new[] { Document, "Shop/openapi.approved.json", "Modules/boundaries.baseline.json" }) File.Delete(solution.PathOf(file));
    }

    [Test]
    public async Task A_member_that_a_contract_gains_breaks_whoever_else_implements_it()
    {
        solution.Write(Surface, string.Join('\n', surface.Split('\n').Where(line => !line.Contains("FindAsync", StringComparison.Ordinal))));
        var (_, said) = await solution.RunAsync(isCi: true);
        said.Should().Contain("[contract-change]").And.Contain("FindAsync").And.Contain("Acme.Shop");
    }

    [Test]
    public async Task A_contract_without_an_approved_surface_fails_and_is_written_on_command()
    {
        File.Delete(solution.PathOf(Surface));
        (await solution.RunAsync(isCi: true)).Said.Should().Contain("[contract-change] there is no approved surface of Acme.Catalog.Contracts");
        await solution.RunAsync(isCi: false, "--update-contracts");
        File.ReadAllText(solution.PathOf(Surface)).Should().Be(surface);
    }

    [Test]
    public async Task A_path_that_a_host_no_longer_has_fails_until_the_document_is_approved_with_a_reason()
    {
        solution.Write(Document, "{}");
        (await solution.RunAsync(isCi: false, "--update-contracts")).Said.Should().Contain($"{Document}: ").And.Contain("addition(s), 0 breaking change(s)");
        solution.Write(Document, File.ReadAllText(solution.PathOf(Document)).Replace("/carts", "/baskets", StringComparison.Ordinal));
        (await solution.RunAsync(isCi: true)).Said.Should().Contain("[openapi-change]").And.Contain("/baskets").And.Contain($"{Document}(");

        await solution.RunAsync(isCi: false, "--update-contracts", "--breaking", "Nobody fills baskets");
        File.ReadAllText(solution.PathOf(Document)).Should().Contain("x-broken").And.Contain("Nobody fills baskets").And.NotContain("/baskets");
        (await solution.RunAsync(isCi: true)).Said.Should().NotContain("[openapi-change]");
    }

    [Test]
    public async Task A_host_that_answers_otherwise_and_an_approved_document_that_is_none_are_said_in_a_line()
    {
        solution.Write("Shop/openapi.approved.json", "{}");
        solution.Write(Document, "{ \"openapi\":");
        (await solution.RunAsync(isCi: true)).Said.Should()
            .Contain("not checked: the OpenAPI document of Acme.Shop: it does not answer the verb `openapi` with a document (exit code 3")
            .And.Contain($"not checked: the OpenAPI document of Acme.Gateway: {Document} is no JSON:")
            .And.Contain("not checked: the OpenAPI document of Acme.Orders.Service: it keeps no openapi.approved.json");
    }
}
