using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Cli.Http;

/// <summary>Finds the gateway and the key: what the command line says, else the environment, else what <c>up</c> made on this machine.</summary>
internal static class TargetFinder
{
    public const string UrlVariable = "GATEWAY_URL";
    public const string KeyVariable = "GATEWAY_KEY";

    public static Uri DefaultAddress { get; } = new($"http://127.0.0.1:{ModuleMap.Load().Gateway.Ports.Internal}/");

    public static string DefaultText { get; } = DefaultAddress.GetLeftPart(UriPartial.Authority);

    public static Target Find(string? url, string? key, Terminal terminal)
    {
        var address = Address(url, "--url") ?? Address(terminal.Variable(UrlVariable), UrlVariable) ?? DefaultAddress;
        return new(address, Key(key, "--key") ?? Key(terminal.Variable(KeyVariable), KeyVariable) ?? DevelopmentKeyFor(address, terminal));
    }

    /// <summary>Whether this is somebody's own machine. Hosts are in Production unless told otherwise; whoever works in the repository is not.</summary>
    public static bool IsDevelopment(Terminal terminal) =>
        (terminal.Variable("ASPNETCORE_ENVIRONMENT") ?? terminal.Variable("DOTNET_ENVIRONMENT")) is { } named
            ? string.Equals(named, Environments.Development, StringComparison.OrdinalIgnoreCase)
            : DataFolderOf(null) is not null;

    // The text is not repeated: it may hold a password.
    private static Uri? Address(string? text, string source)
    {
        if (text is null) return null;
        return Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 }
            ? address
            : throw new CommandFailedException(ExitCode.WrongUsage, $"{source} is no address of a scheme, a host and a port. Example: {source}={DefaultText}");
    }

    private static string? Key(string? text, string source)
    {
        if (text is null) return null;
        return OperatorKey.IdOf(text.Trim()) is not null
            ? text.Trim()
            : throw new CommandFailedException(
                ExitCode.NoAccess, $"{source} does not look like a key of the gateway: mt_, 8 characters, _, 64 characters, all of 0-9 and a-f.");
    }

    // For this machine alone: a key that lies in a file is not shown to whoever listens at an address that was mistyped.
    private static string? DevelopmentKeyFor(Uri address, Terminal terminal)
    {
        if (!address.IsLoopback || !IsDevelopment(terminal) || DataFolderOf(terminal.Variable("Data__Folder")) is not { } folder) return null;
        try
        {
            return DevelopmentKey.Find(folder) is { } key && OperatorKey.IdOf(key) is not null ? key : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;   // another user's
        }
    }

    private static string? DataFolderOf(string? setting)
    {
        try
        {
            return DataFolder.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", setting)]).Build());
        }
        catch (SettingException)
        {
            return null;   // installed, and not in the repository
        }
    }
}
