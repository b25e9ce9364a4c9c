namespace MyThoughts.Gateway.Admin;

/// <summary>The sessions of the pages: a cookie that stands for a key.</summary>
internal static class OperatorSessions
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(8);

    public static IServiceCollection AddOperatorSessions(this IServiceCollection services)
    {
        // No scheme by default: the framework would take any session for a login, before the gate has looked whether its key is still in
        // force, and would look for one in each request on the public port too.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddAuthentication().AddCookie(OperatorPrincipal.CookieScheme, cookie =>
        {
            cookie.Cookie.Name = "operator";
            cookie.Cookie.Path = "/admin";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = LongestPause;
            cookie.SlidingExpiration = true;
            // Pages that are open keep themselves up to date. Only what a person does makes a session longer.
            cookie.Events.OnCheckSlidingExpiration = check =>
            {
                check.ShouldRenew &= !LiveRequest.Is(check.Request);
                return Task.CompletedTask;
            };
        });
        return services.AddSingleton<Sessions>();
    }
}
