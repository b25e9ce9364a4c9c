using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Security;

/// <summary>
/// One Data Protection key ring and one antiforgery cookie for all hosts: a form that the monolith rendered must be accepted by the
/// service. The setting <c>DataProtection:Folder</c> names the ring's folder, in Development <c>keys</c> in the data folder.
/// </summary>
internal static class SharedKeys
{
    private const string Setting = "DataProtection:Folder";

    public static void AddSharedKeys(this ModuleHostBuilder host)
    {
        var folder = FolderOf(host);
        host.Services.AddDataProtection().SetApplicationName("MyThoughts").PersistKeysToFileSystem(folder);
        host.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "antiforgery";
        });
    }

    /// <summary>
    /// Makes the first key under a lock. Hosts that start together would each make one, and sign what the others cannot read.
    /// </summary>
    public static void MakeFirstKey(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment)
    {
        var path = Path.Combine(FolderOf(configuration, environment).FullName, "first-key.lock");
        using var held = HoldLock(path);
        var keys = services.GetRequiredService<IKeyManager>();
        if (keys.GetAllKeys().Any(key => !key.IsRevoked && key.ExpirationDate > DateTimeOffset.UtcNow)) return;
        keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
    }

    private static FileStream HoldLock(string path)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); ; Thread.Sleep(20))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                // Another host is making the key.
            }
        }
    }

    private static DirectoryInfo FolderOf(ModuleHostBuilder host) => FolderOf(host.Configuration, host.Environment);

    private static DirectoryInfo FolderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration[Setting];
        if (string.IsNullOrEmpty(folder))
        {
            if (!environment.IsDevelopment())
                throw new SettingException($"{Setting} is not set: the folder that all hosts share for their keys. Example: {Setting}=/var/lib/mythoughts/keys");
            folder = Path.Combine(DataFolder.Of(configuration), "keys");
        }
        try
        {
            return Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{Setting}: cannot write to '{folder}' ({problem.Message}). Make it writable for this user, or name another folder.");
        }
    }
}
