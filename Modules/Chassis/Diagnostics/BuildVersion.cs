using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>What was built, as the build stamped it in.</summary>
/// <param name="Commit">The full commit.</param>
/// <param name="Version">What <c>git describe --tags --always --dirty</c> said.</param>
internal sealed record BuildVersion(string Commit, string Version)
{
    public static BuildVersion Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "version.json");
        if (File.Exists(path) && JsonSerializer.Deserialize<BuildVersion>(File.ReadAllBytes(path), JsonSerializerOptions.Web) is { Commit.Length: > 0 } version)
            return version;
        throw new SettingException($"{path} is missing or empty: the build did not stamp its version. Build again from a git checkout, or with -p:BuildCommit=… -p:BuildVersion=…");
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var version = Load();
        routes.MapGet("/admin/version", () => TypedResults.Ok(version)).WithTags("Administration").WithSummary("Says what was built.");
    }
}
