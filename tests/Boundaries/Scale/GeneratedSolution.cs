using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MyThoughts.Boundaries.Tests.Scale;

/// <summary>A solution of many modules, each with a contract, a service and some files of code; every fifth knows the insides of the one before it.</summary>
internal sealed class GeneratedSolution : IDisposable
{
    private const int FilesPerModule = 12;
    private readonly int modules;

    private GeneratedSolution(int modules) => this.modules = modules;

    public string Root { get; } = Directory.CreateTempSubdirectory("scale-").FullName;

    /// <summary>The violations that are in it: a reference and a use in every fifth module.</summary>
    public int Violations => (modules - 1) / 5 * 2;

    public int Projects => (modules * 3) + 2;

    public static async Task<GeneratedSolution> BuildAsync(int modules)
    {
        var solution = new GeneratedSolution(modules);
        solution.WriteAll();
        var start = new ProcessStartInfo("dotnet", ["build", "Scale.slnx", "--verbosity", "quiet", "--nologo"]) { WorkingDirectory = solution.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, output);
        return solution;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteAll()
    {
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        Write("Modules/Chassis/Scale.Chassis.csproj", Project("Microsoft.NET.Sdk"));
        Write("Modules/Chassis/IClock.cs", "namespace Scale.Chassis; public interface IClock { DateTimeOffset Now { get; } }");
        for (var number = 0; number < modules; number++) WriteModule(number);
        Write("Host/Scale.Host.csproj", Project("Microsoft.NET.Sdk.Web", [.. Numbers.Select(number => $"../Modules/M{number}/Module/Scale.M{number}.csproj")]));
        Write("Host/Program.cs", string.Join('\n', Numbers.Select(number => $"Scale.M{number}.M{number}Module.Add();")));
        Write("Modules/modules.json", $$"""{ "modules": [ {{string.Join(",\n", Numbers.Select(MapEntry))}} ] }""");
        var projects = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Select(file => $"""<Project Path="{Path.GetRelativePath(Root, file).Replace('\\', '/')}" />""");
        Write("Scale.slnx", $"<Solution>\n{string.Join('\n', projects)}\n</Solution>");
    }

    private IEnumerable<int> Numbers => Enumerable.Range(0, modules);

    private static string MapEntry(int number) =>
        $$"""{ "name": "m{{number}}", "schema": "m{{number}}", "role": "m{{number}}", "dependsOn": [{{(number > 0 ? $"\"m{number - 1}\"" : "")}}], "routes": [{ "name": "m{{number}}", "paths": ["/m{{number}}"] }] }""";

    private void WriteModule(int number)
    {
        var folder = $"Modules/M{number}";
        Write($"{folder}/Contracts/Scale.M{number}.Contracts.csproj", Project("Microsoft.NET.Sdk"));
        Write($"{folder}/Contracts/IM{number}.cs", $$"""namespace Scale.M{{number}}.Contracts; public interface IM{{number}} { Task<Item{{number}}?> FindAsync(long id, CancellationToken cancellationToken); } public sealed record Item{{number}}(long Id, string Name);""");
        List<string> references = ["../../Chassis/Scale.Chassis.csproj", $"../Contracts/Scale.M{number}.Contracts.csproj"];
        if (number > 0) references.Add($"../../M{number - 1}/Contracts/Scale.M{number - 1}.Contracts.csproj");
        if (IsBroken(number)) references.Add($"../../M{number - 1}/Module/Scale.M{number - 1}.csproj");
        Write($"{folder}/Module/Scale.M{number}.csproj", Project("Microsoft.NET.Sdk", [.. references]));
        Write($"{folder}/Module/M{number}Module.cs", $$"""namespace Scale.M{{number}}; public static class M{{number}}Module { public static void Add() { {{(IsBroken(number) ? $"M{number - 1}.M{number - 1}Module.Add();" : "")}} } }""");
        for (var file = 0; file < FilesPerModule; file++) Write($"{folder}/Module/Handler{file}.cs", Handler(number, file));
        Write($"{folder}/Service/Scale.M{number}.Service.csproj", Project("Microsoft.NET.Sdk.Web", $"../Module/Scale.M{number}.csproj"));
        Write($"{folder}/Service/Program.cs", $"Scale.M{number}.M{number}Module.Add();");
        Write($"{folder}/Module/Schema/0001.sql", $"CREATE TABLE m{number}.item (id bigint PRIMARY KEY, name text NOT NULL);");
    }

    private static bool IsBroken(int number) => number > 0 && number % 5 == 0;

    private static string Handler(int number, int file)
    {
        var neighbour = number > 0 ? number - 1 : number;
        var code = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $$"""
            using Scale.Chassis;
            using Scale.M{{number}}.Contracts;
            {{(number > 0 ? $"using Scale.M{neighbour}.Contracts;" : "")}}
            namespace Scale.M{{number}};
            internal sealed class Handler{{file}}(IClock clock, IM{{neighbour}} neighbour) : IHandler{{file}}
            {

            """);
        for (var method = 0; method < 12; method++)
            code.AppendLine(CultureInfo.InvariantCulture, $$""""
                    private const string Select{{method}} = """
                        SELECT id, name
                        FROM m{{number}}.item
                        WHERE id = @id
                        """;
                    public async Task<IReadOnlyList<Item{{number}}>> Find{{method}}Async(IEnumerable<long> ids, CancellationToken cancellationToken)
                    {
                        var found = new List<Item{{number}}>();
                        foreach (var id in ids.Where(id => id > {{method}}).Distinct())
                            if (await neighbour.FindAsync(id, cancellationToken) is { Name.Length: > 0 } item) found.Add(new(item.Id, $"{item.Name} {clock.Now:O} {Select{{method}}}"));
                        return found;
                    }
                """");
        return code.AppendLine("}").AppendLine(CultureInfo.InvariantCulture, $"internal interface IHandler{file};").ToString();
    }

    private static string Project(string sdk, params string[] references) =>
        $"""<Project Sdk="{sdk}"><ItemGroup>{string.Concat(references.Select(reference => $"""<ProjectReference Include="{reference}" />"""))}</ItemGroup></Project>""";

    private void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
