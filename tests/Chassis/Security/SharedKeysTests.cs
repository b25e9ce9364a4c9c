using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Tests.Security;

public sealed class SharedKeysTests
{
    private string folder = null!;

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Hosts_that_start_together_make_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(MakeFirstKey)));
        using var services = Services();
        services.GetRequiredService<IKeyManager>().GetAllKeys().Should().ContainSingle();
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_named_at_once_in_one_line()
    {
        MakeUnwritable();
        var watch = Stopwatch.StartNew();
        FluentActions.Invoking(MakeFirstKey).Should().Throw<SettingException>()
            .WithMessage($"DataProtection:Folder: cannot write to '{folder}'*").Which.Message.Should().NotContain("\n");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void A_folder_that_holds_a_key_need_not_be_writable()
    {
        MakeFirstKey();
        MakeUnwritable();
        FluentActions.Invoking(MakeFirstKey).Should().NotThrow();
    }

    // A folder where the file of the lock should be: unwritable for everybody, root too.
    private void MakeUnwritable()
    {
        var path = Path.Combine(folder, "first-key.lock");
        File.Delete(path);
        Directory.CreateDirectory(path);
    }

    private void MakeFirstKey()
    {
        using var services = Services();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataProtection:Folder", folder)]).Build();
        SharedKeys.MakeFirstKey(services, configuration, new HostingEnvironment { EnvironmentName = "Production" });
    }

    private ServiceProvider Services() =>
        new ServiceCollection().AddDataProtection().PersistKeysToFileSystem(new(folder)).Services.BuildServiceProvider();
}
