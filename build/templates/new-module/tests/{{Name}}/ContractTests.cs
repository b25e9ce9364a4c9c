using MyThoughts.Chassis.Hosting;
using MyThoughts.{{Name}}.Contracts;
using MyThoughts.Support;

namespace MyThoughts.{{Name}}.Tests;

/// <summary>What neighbours may rely on, wherever the module runs: callers never know.</summary>
[TestFixture(HostingMode.InProcess), TestFixture(HostingMode.Remote)]
internal sealed class ContractTests(HostingMode mode)
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private HttpClient client = null!;
    private I{{Name}} module = null!;

    [OneTimeSetUp]
    public void Connect()
    {
        client = RemoteClient.To({{Name}}Module.Name, TheModule.Service.Addresses.Internal);
        module = mode == HostingMode.InProcess
            ? new InProcess{{Name}}(new(TheModule.Source, new List{{Name}}Validator()))
            : new Remote{{Name}}(client);
    }

    [OneTimeTearDown]
    public void Disconnect() => client.Dispose();

    [Test]
    public async Task The_list_has_every_item_as_it_was_written_the_newest_first()
    {
        var result = await module.ListAsync(new(), Never);
        result.Errors.Should().BeEmpty();
        result.Items.Select(item => item.Text).Should().Equal(TheModule.Newer, TheModule.Older);
        result.Items.Should().OnlyContain(item => item.Id > 0 && item.CreatedAt.Kind == DateTimeKind.Utc);
    }

    [Test]
    public async Task The_list_is_as_long_as_asked_for() =>
        (await module.ListAsync(new("1"), Never)).Items.Should().ContainSingle().Which.Text.Should().Be(TheModule.Newer);

    [TestCase("0"), TestCase("101"), TestCase("-1"), TestCase("many"), TestCase("1 & 2")]
    public async Task A_limit_that_is_none_is_named_with_what_it_may_be(string limit)
    {
        var result = await module.ListAsync(new(limit), Never);
        result.Items.Should().BeEmpty();
        result.Errors.Should().ContainKey("limit").WhoseValue.Should().Equal("The limit is not a whole number from 1 to 100. Leave it out for 20.");
    }
}
