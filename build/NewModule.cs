/// <summary>Writes a module that is small and complete: contract, module, service, tests, and its line in every place that names modules.</summary>
internal static class NewModule
{
    private const string Usage = "say one name. Example: dotnet run build.cs new-module Notes";

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        if (arguments is not [var name]) throw new TaskFailedException(Usage);
        var files = NewModuleTemplate.Read(Repository.InRoot("build/templates/new-module"));
        if (NewModuleName.Problem(name, Repository.Map, Repository.Root, files) is { } problem) throw new TaskFailedException(problem);
        // All of it is made before any of it is written: what cannot be made stops the task with nothing to clean up.
        var made = files.Select(file => file.For(name)).ToList();
        var edits = NewModuleEdits.Of(Repository.Root, Repository.Map, name);
        await WriteAsync(name, made, edits, stop);
        Report(name, made, edits);
        return 0;
    }

    private static async Task WriteAsync(string name, List<NewModuleFile> made, IReadOnlyList<NewModuleFile> edits, CancellationToken stop)
    {
        var written = new List<string>();
        try
        {
            foreach (var file in made) await CreateAsync(file, written, stop);
            // One command, so that the solution has all of them or none.
            await Command.RunQuietlyAsync("dotnet", ["sln", Repository.Solution, "add", .. ProjectsOf(made)], "Its reason stands above.", stop);
            written.Add(Repository.Solution);
            // The map last: until then every other task and every host goes on as if nothing had happened.
            foreach (var file in edits.OrderBy(file => file.Path == NewModuleEntry.Map)) await ReplaceAsync(file, written, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or TaskFailedException or OperationCanceledException)
        {
            throw new TaskFailedException(written is []
                ? $"nothing of {name} could be written: {failure.Message}"
                : $"{name} is written in part only: {failure.Message} Written so far: {string.Join(", ", written)}. Take these back (git status shows them), and try again.");
        }
    }

    private static async Task CreateAsync(NewModuleFile file, List<string> written, CancellationToken stop)
    {
        var path = Repository.InRoot(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var stream = new FileStream(path, FileMode.CreateNew);   // never over what somebody else wrote meanwhile
        written.Add(file.Path);
        await stream.WriteAsync(file.Content, stop);
    }

    private static async Task ReplaceAsync(NewModuleFile file, List<string> written, CancellationToken stop)
    {
        written.Add(file.Path);
        await File.WriteAllBytesAsync(Repository.InRoot(file.Path), file.Content, stop);
    }

    private static IEnumerable<string> ProjectsOf(IEnumerable<NewModuleFile> made) =>
        made.Select(file => file.Path).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    private static void Report(string name, List<NewModuleFile> made, IReadOnlyList<NewModuleFile> edits)
    {
        Console.WriteLine("Wrote");
        foreach (var file in made) Console.WriteLine($"  {file.Path}");
        Console.WriteLine("Added a line or an entry to");
        foreach (var file in edits.Select(file => file.Path).Append(Repository.Solution)) Console.WriteLine($"  {file}");
        Console.WriteLine("Next");
        Console.WriteLine("  dotnet run build.cs boundaries --update-contracts --docs docs/boundaries.md   approves its contract and writes it into the report");
        Console.WriteLine("  dotnet run build.cs test   builds all of it and runs every test, the module's and the boundary rules among them");
        Console.WriteLine($"  dotnet run build.cs up     shows it at {new MyThoughts.Support.Hosts.HostAddresses(Repository.Map.Gateway.Ports).Public}{name.ToLowerInvariant()}");
        Console.WriteLine("  docs/new-module.md         says why each piece is there, and how the module becomes a service of its own");
    }
}
