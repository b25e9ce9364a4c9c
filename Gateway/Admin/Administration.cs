using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Pages.Changes;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Admin;

/// <summary>Everything behind the admin port: pages, API and the keys that open them.</summary>
internal static class Administration
{
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FailedKeys>().AddSingleton<Explainer>().AddSingleton<LastChanges>().AddSingleton<RouteOverviews>()
            .AddSingleton<LiveEvents>().AddSingleton<EventStreams>();
        builder.Services.ConfigureHttpJsonOptions(options => TrafficJson.Configure(options.SerializerOptions));
        builder.Services.AddApiDocument();
        builder.Services.AddOperatorSessions().AddSingleton<Previews>();
        // Without it a build that was not published answers every asset with 200 and no bytes, Development aside.
        builder.WebHost.UseStaticWebAssets();
    }

    public static void UseAdministration(this WebApplication app)
    {
        app.LeaveAuthenticationToTheGate();
        // On this port alone: elsewhere, assets are those of the hosts, two versions of which may be live at once.
        var port = app.Services.GetRequiredService<ListenAddresses>().Internal.Port;
        app.UseWhen(context => context.Connection.LocalPort == port, admin => admin.UseMiddleware<FailurePages>().UseStaticFiles());
        // Before the gate: the session's cookie is not sent there, and somebody who is logged in would be asked for the key again.
        app.UseWhen(context => context.Connection.LocalPort == port && context.Request.Path == "/" && WantsPage.Of(context), admin => admin.Run(context =>
        {
            context.Response.Redirect("/admin/");
            return Task.CompletedTask;
        }));
        app.UseMiddleware<AdminGate>();
        app.UseWhen(context => context.Connection.LocalPort == port, admin => admin.UseApiDocs());
        app.UseMiddleware<OperatorsOnly>();
    }

    /// <summary>
    /// Where the services for it are registered, the framework puts authentication and authorization in front of everything, and each
    /// request that is only forwarded would pay for them: a scope of services and 1 KB. What would be there is known by these marks.
    /// </summary>
    private static void LeaveAuthenticationToTheGate(this IApplicationBuilder app)
    {
        foreach (var mark in new[] { "__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet" }) app.Properties[mark] = true;
    }

    public static void MapAdministration(this WebApplication app)
    {
        app.MapRazorPages();
        var api = app.MapGroup("/admin/api").AddEndpointFilter(DatabaseAway.SayAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        ReadEndpoints.Map(api);
        RouteEndpoints.Map(api);
        EventsEndpoint.Map(api);
        ChangeEndpoints.Map(api);
        KeyEndpoints.Map(api);
        app.MapOpenApi(ApiDocument.Pattern);
    }
}
