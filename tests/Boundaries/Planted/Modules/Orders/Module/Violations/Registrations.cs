using Acme.Catalog;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Orders.Violations;

internal static class Registrations
{
    public static void Generic(IServiceCollection services) => services.AddSingleton<Stock>(); // planted: module-reference

    public static void Pair(IServiceCollection services) => services.AddScoped(typeof(IRestock), _ => ""); // planted: module-reference

    public static object Resolved(IServiceProvider services) => services.GetRequiredService<IRestock>(); // planted: module-reference

    public static string? Connection(IConfiguration configuration) => configuration.GetConnectionString("catalog"); // planted: foreign-configuration

    public static string? Key(IConfiguration configuration) => configuration["ConnectionStrings:billing"]; // planted: foreign-configuration

    public static object Keyed(IServiceProvider services) => services.GetRequiredKeyedService<object>("billing"); // planted: foreign-configuration

    public static void Parameter([FromKeyedServices("catalog")] object database) { } // planted: foreign-configuration
}
