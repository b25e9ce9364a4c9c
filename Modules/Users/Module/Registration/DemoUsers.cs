using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Registration;

/// <summary>The people of the demo. The chassis refuses to seed in Production.</summary>
internal static class DemoUsers
{
    public const string Password = "password";

    private static readonly string[] Names = ["bruce", "stephen"];

    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var users = services.GetRequiredService<IUsers>();
        foreach (var name in Names)
        {
            // Hashing takes its time on purpose, and nearly every start finds them there already.
            if (await users.FindAsync(name, cancellationToken) is null)
                await users.RegisterAsync(new(name, Password, ByAdministrator: true), cancellationToken);
        }
    }
}
