using MyThoughts.BoundaryCheck.Solution;

var root = Path.GetFullPath(args is [var folder, ..] ? folder : ".");
foreach (var project in SolutionReader.Read(root, Path.Combine(root, "Modules", "modules.json")).Projects)
    Console.WriteLine($"{project.Role,-10} {project.Module?.Name,-10} {project.Name} {string.Join(' ', project.References.Select(link => link.Place))}");
