using System.Diagnostics;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.Boundaries.Tests.History;

/// <summary>A small solution of two modules, a chassis and a host, with a history of its own.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public const string Orders = "Modules/Orders/Module/Orders.csproj";
    public const string OrdersContracts = "Modules/Orders/Contracts/Orders.Contracts.csproj";
    public const string Billing = "Modules/Billing/Module/Billing.csproj";
    public const string Chassis = "Modules/Chassis/Shop.Chassis.csproj";
    public const string Host = "Host/Shop.Host.csproj";

    private static readonly MapModule[] Modules = [new("orders", "orders"), new("billing", "billing", DependsOn: ["orders"])];

    private int commits;

    public string Root { get; } = Directory.CreateTempSubdirectory("boundaries").FullName;

    public SolutionUnderCheck Solution => In(Root);

    public static TemporaryRepository Make()
    {
        var repository = new TemporaryRepository();
        repository.Git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /// <summary>The same solution in another folder: a clone, or one below the top of its repository.</summary>
    public static SolutionUnderCheck In(string root) => new(root, Path.Combine(root, "Modules", "modules.json"), new(Modules),
    [
        ProjectAt(root, Orders, ProjectRole.Module, Modules[0]), ProjectAt(root, OrdersContracts, ProjectRole.Contracts, Modules[0]),
        ProjectAt(root, Billing, ProjectRole.Module, Modules[1]), ProjectAt(root, Chassis, ProjectRole.Chassis), ProjectAt(root, Host, ProjectRole.Host),
        ProjectAt(root, "tests/Shop.Tests.csproj", ProjectRole.Tests),
    ]);

    /// <summary>Writes files and commits them, each commit a day after the one before unless told.</summary>
    public string Commit(string? month = null, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) Write(path, text);
        return CommitAll(month);
    }

    public string CommitAll(string? month = null)
    {
        var day = commits++;
        var date = $"{month ?? "2026-03"}-{1 + day % 28:00}T12:00:00+00:00";
        Git("add", "--all");
        Run(new() { ["GIT_AUTHOR_DATE"] = date, ["GIT_COMMITTER_DATE"] = date }, "commit", "--quiet", "--allow-empty", "--message", $"Change {day}");
        return Git("rev-parse", "HEAD").Trim();
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, to))!);
        Git("mv", from, to);
    }

    public string Git(params string[] arguments) => Run([], arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false", "-c", "commit.gpgSign=false", .. arguments])
            { WorkingDirectory = Root, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed.");
    }

    private static Project ProjectAt(string root, string file, ProjectRole role, MapModule? module = null) =>
        new(Path.GetFileNameWithoutExtension(file), Path.Combine(root, file), role, module, [], [], null);
}
