using System.Diagnostics;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

var root = Path.GetFullPath(args is [var folder, ..] ? folder : ".");
var watch = Stopwatch.StartNew();
var solution = SolutionReader.Read(root, Path.Combine(root, "Modules", "modules.json"));
var facts = FactsReader.Read(solution);
foreach (var gap in facts.NotChecked) Console.WriteLine(gap);
foreach (var v in RuleSet.Find(facts)) Console.WriteLine(v);
Console.WriteLine(watch.ElapsedMilliseconds);
