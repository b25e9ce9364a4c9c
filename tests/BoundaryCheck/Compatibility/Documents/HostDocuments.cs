using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>What a host said when asked for its OpenAPI document.</summary>
/// <param name="Host">The host.</param>
/// <param name="Document">The document; null when there was none.</param>
/// <param name="Problem">Why there was none.</param>
internal sealed record HostDocument(Project Host, JsonObject? Document, string Problem = "");

/// <summary>
/// Asks hosts for their documents: <c>dotnet host.dll openapi</c>. Only those that keep an approved one are asked: a program that does not
/// know the verb might begin to serve.
/// </summary>
internal static class HostDocuments
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<HostDocument>> AskAsync(SolutionUnderCheck solution, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(2);
        return await Task.WhenAll(solution.Projects.Where(project => project.Role is ProjectRole.Service or ProjectRole.Host).Where(IsProgram).Select(async host =>
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                return await AskAsync(host, cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }));
    }

    // What is not built counts as one that ought to be asked.
    private static bool IsProgram(Project project) => project.Assembly is null || File.Exists(Path.ChangeExtension(project.Assembly, ".runtimeconfig.json"));

    private static async Task<HostDocument> AskAsync(Project host, CancellationToken cancellationToken)
    {
        if (!File.Exists(ApprovedDocuments.FileOf(host)))
            return new(host, null, $"it keeps no {ApprovedDocuments.FileName}; a host that answers the verb `openapi` may begin with an empty one, {{}}");
        if (host.Assembly is null) return new(host, null, "it is not built; build the solution first");
        using var process = new Process
        {
            StartInfo = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [host.Assembly, "openapi"])
            {
                WorkingDirectory = Path.GetDirectoryName(host.Assembly)!, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            },
        };
        process.Start();
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Limit);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return Parse(host, process.ExitCode, output, await error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(host, null, $"it did not answer the verb `openapi` within {Limit.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static HostDocument Parse(Project host, int exitCode, string output, string error)
    {
        try
        {
            if (exitCode == 0 && JsonNode.Parse(output) is JsonObject document && document.ContainsKey("openapi")) return new(host, document);
        }
        catch (JsonException)
        {
            // Some programs print something else for any word they are given.
        }
        var first = error.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim();
        return new(host, null, $"it does not answer the verb `openapi` with a document (exit code {exitCode}{(first is null ? "" : $": {first}")})");
    }
}
