using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Map;
using MyThoughts.Chassis.Pages;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Tests;

/// <summary>One host that runs the module, on a real Kestrel: two of them over one database are the two sides of a split.</summary>
internal sealed class UsersSide : IAsyncDisposable
{
    private readonly WebApplication app;

    private UsersSide(WebApplication app) => this.app = app;

    public IUsers Users => app.Services.GetRequiredService<IUsers>();

    public CountingHasher Hasher => (CountingHasher)app.Services.GetRequiredService<IPasswordHasher<string>>();

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.Single());

    public static async Task<UsersSide> StartAsync(TestDatabase database, TimeProvider? clock = null, DirectoryInfo? keyRing = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddKeyedSingleton(UsersModule.Name, (_, _) => database.DataSource(UsersModule.Name));
        var ready = new DatabaseReadiness();
        ready.Start();
        builder.Services.AddSingleton(ready).AddSingleton(TestCluster.Map);
        builder.Services.AddUsers();
        builder.Services.AddSingleton<IPasswordHasher<string>, CountingHasher>();
        builder.Services.AddTokenAuthentication(builder.Configuration, ModuleMap.Load());
        var protection = builder.Services.AddDataProtection().SetApplicationName("MyThoughts");
        if (keyRing is null) protection.UseEphemeralDataProtectionProvider();
        else protection.PersistKeysToFileSystem(keyRing);
        builder.Services.AddAntiforgery(options => options.FormFieldName = "antiforgery");
        builder.Services.AddProblemDetails();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(UsersModule).Assembly).AddApplicationPart(typeof(Pager).Assembly);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        // Stands for the gateway, which says where a request came from.
        app.Use((context, next) =>
        {
            if (IPAddress.TryParse(context.Request.Headers["X-Test-Address"].ToString(), out var address)) context.Connection.RemoteIpAddress = address;
            return next(context);
        });
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        UsersModule.MapEndpoints(app);
        UsersModule.Definition.MapContract(app.MapContractGroup(UsersModule.Name));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
