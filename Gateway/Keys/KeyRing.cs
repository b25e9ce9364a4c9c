namespace MyThoughts.Gateway.Keys;

/// <summary>The keys in force, as this replica knows them: from the database, or from the local file while that is away.</summary>
internal sealed class KeyRing
{
    private volatile IReadOnlyList<OperatorKey> keys = [];

    public IReadOnlyList<OperatorKey> Keys => keys;

    public void Replace(IReadOnlyList<OperatorKey> next) => keys = next;

    public OperatorKey? Find(string text) =>
        OperatorKey.IdOf(text) is { } id && keys.FirstOrDefault(key => key.Id == id) is { } found && found.Is(text) ? found : null;
}
