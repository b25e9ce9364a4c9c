namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>The rules that say nothing of a project whose code can't be read.</summary>
internal static class CodeRuleIds
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { ProjectRules.Unused, ProjectRules.Undeclared }.Concat(CodeRules.All).Concat(TypeRules.All).Concat(CycleRules.All)
            .Concat(ReflectionRules.All).Concat(ConfigurationRules.All).Concat(SqlRules.All).Concat([PathRules.Foreign]).Select(rule => rule.Id),
    ];
}
