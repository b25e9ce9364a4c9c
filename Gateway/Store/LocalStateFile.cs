using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Store;

/// <summary>What a replica needs to serve while the database is away.</summary>
internal sealed record LocalState(Revision Revision, IReadOnlyList<OperatorKey> Keys);

/// <summary>
/// The last good state in a file of this replica's own, setting <c>State:File</c>; in Development <c>gateway-state.json</c> in the data
/// folder. Written whole beside the old one and moved into its place. It carries a checksum: a state is changed through the API, where it
/// is checked and remembered, and never by editing this file.
/// </summary>
internal sealed partial class LocalStateFile(string path, ILogger<LocalStateFile> logger)
{
    private const string Setting = "State:File";
    private static readonly JsonDocumentOptions OnceEach = new() { AllowDuplicateProperties = false };

    public static string PathOf(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } named)
        {
            var full = Path.GetFullPath(named);
            return Directory.Exists(Path.GetDirectoryName(full)) ? full
                : throw new SettingException($"{Setting} is '{named}', which is in no folder there is. Example: {Setting}=/var/lib/mythoughts/gateway-state.json");
        }
        if (!environment.IsDevelopment()) throw new SettingException(
            $"{Setting} is not set: the file from which this replica serves while the database is away. Example: {Setting}=/var/lib/mythoughts/gateway-state.json");
        return Path.Combine(Directory.CreateDirectory(DataFolder.Of(configuration)).FullName, "gateway-state.json");
    }

    /// <summary>The file's state, else that of the file before it, else null. What is wrong with a file is in the log.</summary>
    public LocalState? Read() => TryRead(path) ?? TryRead(Previous);

    /// <summary>Keeps a state; false when it could not, which is in the log.</summary>
    public bool Write(LocalState state)
    {
        try
        {
            var draft = path + ".new";
            using (var file = new FileStream(draft, Draft))
            {
                file.Write(Encoding.UTF8.GetBytes(Seal(state)));
                file.Flush(flushToDisk: true);
            }
            if (File.Exists(path)) File.Move(path, Previous, overwrite: true);
            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The state is in effect and in the database. What is lost is the start without one.
            LogNotWritten(path, problem.Message);
            return false;
        }
    }

    private string Previous => path + ".previous";

    private LocalState? TryRead(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            var sealedState = JsonNode.Parse(File.ReadAllText(file), documentOptions: OnceEach) as JsonObject ?? throw new JsonException("It is no JSON object.");
            var content = sealedState["content"]?.ToJsonString() ?? throw new JsonException("It has no content.");
            if (sealedState["checksum"]?.ToString() != Checksum(content))
                throw new JsonException("Its checksum is another one, so somebody has edited it. Change the state with the command line, the pages or the API.");
            var state = JsonSerializer.Deserialize<LocalState>(content, TrafficJson.Options) ?? throw new JsonException("It has no content.");
            return TrafficRules.Check(state.Revision.State) is [var first, ..] ? throw new JsonException($"{first.Place}: {first.Message}") : state;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            LogNotTaken(file, problem.Message);
            return null;
        }
    }

    private static string Seal(LocalState state)
    {
        var content = JsonSerializer.SerializeToNode(state, TrafficJson.Options)!;
        return new JsonObject { ["checksum"] = Checksum(content.ToJsonString()), ["content"] = content }.ToJsonString();
    }

    private static string Checksum(string content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    // It holds hashes of keys and the addresses of the hosts.
    private static FileStreamOptions Draft
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    [LoggerMessage(LogLevel.Error, "The local state in {File} is not taken: {Problem}")]
    private partial void LogNotTaken(string file, string problem);

    [LoggerMessage(LogLevel.Error, "The local state cannot be written to {File}: {Problem}")]
    private partial void LogNotWritten(string file, string problem);
}
