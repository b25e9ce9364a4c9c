using System.Reflection;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Tests.Lookup;

/// <summary>Users as somebody who asks for names and nothing else sees it.</summary>
public class AskedUsers : DispatchProxy
{
    /// <summary>Every question that came.</summary>
    public List<IReadOnlyList<string>> Questions { get; } = [];

    /// <summary>Who exists, or what happens instead of an answer.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public static (IUsers Contract, AskedUsers Users) Create()
    {
        var contract = Create<IUsers, AskedUsers>();
        return (contract, (AskedUsers)(object)contract);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [FindNames query, _] ? FindAsync(query) : throw new NotSupportedException();

    private Task<IReadOnlyList<KnownName>> FindAsync(FindNames query)
    {
        Questions.Add(query.Names);
        return Task.FromResult<IReadOnlyList<KnownName>>(
            [.. query.Names.Where(name => Answer(name) is not null).Select(name => new KnownName(name, Answer(name)!))]);
    }
}
