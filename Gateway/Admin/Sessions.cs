using Microsoft.AspNetCore.Authentication;
using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Admin;

/// <summary>Logs people in to the pages with their key, and out again; both are audited.</summary>
internal sealed partial class Sessions(AuditLog audit, ILogger<Sessions> logger)
{
    public async Task BeginAsync(HttpContext context, OperatorKey key)
    {
        await NoteAsync(context, key.Name, "logged in");
        // No longer than the browser is open, and then as long as the cookie's settings say.
        await context.SignInAsync(OperatorPrincipal.CookieScheme, OperatorPrincipal.Of(key, OperatorPrincipal.CookieScheme));
    }

    public async Task EndAsync(HttpContext context)
    {
        await NoteAsync(context, context.User.KeyName(), "logged out");
        await context.SignOutAsync(OperatorPrincipal.CookieScheme);
    }

    private async Task NoteAsync(HttpContext context, string who, string what)
    {
        var address = FailedKeys.ClientOf(context);
        LogSession(who, what, address);
        try
        {
            await audit.WriteAsync(who, what, address, null, context.RequestAborted);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            // It is in the log. When the database is away, people have all the more reason to look.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Who} {What} at the admin port, from {Address}")]
    private partial void LogSession(string who, string what, string address);
}
