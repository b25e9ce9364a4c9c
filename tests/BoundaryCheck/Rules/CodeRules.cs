using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Source;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Whose code may use whose.</summary>
internal static class CodeRules
{
    public static Rule Module { get; } = new(
        "module-reference", "A module that knows another's insides, or a contract that the map does not allow, can't leave without it.",
        "Use the other module's contract, and allow the dependency in the map; what the contract lacks, add to it.");

    public static Rule Contracts { get; } = new(
        "contract-reference", "Whoever uses a contract takes all that it references with it.",
        "Move the type into the contract, or into the chassis when it is no module's business.");

    public static Rule Chassis { get; } = new(
        "chassis-reference", "The chassis is in every host: what it knows of a module, no host can do without.",
        "Let the module hand the chassis what it needs, by an interface or a value at its registration.");

    public static Rule Service { get; } = new(
        "service-reference", "The host of one module that holds a second one has extracted nothing.",
        "Reach the other module through its contract over HTTP.");

    public static Rule Host { get; } = new(
        "gateway-reference", "A gateway that knows a module has to be deployed with it.",
        "Read what it needs from the map or from its own state.");

    public static IReadOnlyList<Rule> All { get; } = [Module, Contracts, Chassis, Service, Host];

    public static IEnumerable<Violation> Find(Facts facts) => facts.References
        .Where(reference => !Allowed.Uses(facts.Solution.Map, reference.From, reference.To))
        .GroupBy(reference => (reference.Member, reference.Place, reference.Type)).SelectMany(MembersFirst)
        .Select(reference => new Violation(
            Of(reference.From), reference.Member, reference.Target, reference.Place,
            $"{Shown(reference.Member)} uses {Shown(reference.Target)} of {reference.To.Name}{(reference.Witness == Witness.Assembly ? ", as the built assembly says" : "")}")
        { Owner = Allowed.OwnerOf(reference.From) });

    // Who uses a member names its type along with it: one use, one violation.
    private static IEnumerable<Reference> MembersFirst(IEnumerable<Reference> uses) =>
        uses.Where(use => use.Target != use.Type).ToList() is { Count: > 0 } members ? members : uses;

    private static Rule Of(Project project) => project.Role switch
    {
        ProjectRole.Contracts => Contracts,
        ProjectRole.Chassis => Chassis,
        ProjectRole.Service => Service,
        ProjectRole.Host => Host,
        _ => Module,
    };

    // The namespace stands in the file; type and member are what a reader looks for.
    private static string Shown(string member)
    {
        if (RazorFile.Is(member) || member.EndsWith(".cs", StringComparison.Ordinal)) return Path.GetFileName(member);
        var end = member.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? bracket : member.Length;
        var parts = member[..end].Split('.');
        return string.Join('.', parts.TakeLast(2)) + member[end..];
    }
}
