using System.Diagnostics;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Source;

var root = Path.GetFullPath(args is [var folder, ..] ? folder : ".");
var watch = Stopwatch.StartNew();
var solution = SolutionReader.Read(root, Path.Combine(root, "Modules", "modules.json"));
var facts = SourceReader.Read(solution);
Console.WriteLine($"{facts.References.Count} refs {facts.Types.Count} types {facts.Texts.Count} texts {facts.Paths.Count} paths {facts.NamedUses.Count} named {facts.Friends.Count} friends, {watch.ElapsedMilliseconds} ms");
foreach (var line in args.ElementAtOrDefault(1) switch
{
    "r" => facts.References.Select(r => $"{r.Place} {r.Member} -> {r.Target} ({r.To.Name})"),
    "t" => facts.Texts.Select(r => $"{r.Place} {r.Member} -> {r.Value} {r.Pieces.Count}"),
    "p" => facts.Paths.Select(r => $"{r.Place} {r.Member} -> {r.Pattern}"),
    "n" => facts.NamedUses.Select(r => $"{r.Place} {r.Member} -> {r.Callee} {r.Name}"),
    _ => facts.NotChecked.Select(n => n.ToString()),
}) Console.WriteLine(line);
