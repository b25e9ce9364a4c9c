using Microsoft.AspNetCore.Builder;
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
public static class SharedKeys
{
    private const string Setting = "DataProtection:Folder";

    /// <summary>Registers them.</summary>
    /// <param name="host">The host being built.</param>
    /// <exception cref="SettingException">The folder is not named or cannot be written.</exception>
    public static void AddSharedKeys(this WebApplicationBuilder host)
    {
        var folder = FolderOf(host.Configuration, host.Environment);
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
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Its settings.</param>
    /// <param name="environment">Its environment.</param>
    /// <exception cref="SettingException">The folder cannot be written.</exception>
    public static void MakeFirstKey(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = FolderOf(configuration, environment).FullName;
        var keys = services.GetRequiredService<IKeyManager>();
        if (HasLiveKey(keys)) return;   // nothing to write: the folder may well be mounted read-only
        try
        {
            using var held = HoldLock(folder);
            if (!HasLiveKey(keys)) keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, problem);
        }
    }

    private static bool HasLiveKey(IKeyManager keys) => keys.GetAllKeys().Any(key => !key.IsRevoked && key.ExpirationDate > DateTimeOffset.UtcNow);

    private static FileStream HoldLock(string folder)
    {
        // Told from a lock that is held: this failure does not pass.
        using (File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose)) { }
        for (var deadline = DateTime.UtcNow.AddSeconds(30); ; Thread.Sleep(20))
        {
            try
            {
                return new FileStream(Path.Combine(folder, "first-key.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                // Another host is making the key.
            }
        }
    }

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
            throw Unwritable(folder, problem);
        }
    }

    private static SettingException Unwritable(string folder, Exception problem) => new(
        $"{Setting}: cannot write to '{folder}' ({problem.Message}). Make it writable for this user, or name another folder.");
}
