using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace MyThoughts.Gateway.Settings;

/// <summary>Reads the file of a <see cref="LastGoodJsonSource"/>, and says why when it kept what the file said before.</summary>
internal sealed class LastGoodJsonProvider(LastGoodJsonSource source) : JsonConfigurationProvider(source)
{
    private bool hasLoaded;

    /// <summary>Why the file's present content is not in effect; null when it is.</summary>
    public string? Problem { get; private set; }

    public static IEnumerable<string> ProblemsIn(IConfiguration configuration) =>
        ((IConfigurationRoot)configuration).Providers.OfType<LastGoodJsonProvider>().Select(provider => provider.Problem).OfType<string>();

    public override void Load()
    {
        base.Load();
        // A file that is not there yet counts: what it says when it first appears may be as wrong as what it says later.
        hasLoaded = true;
    }

    public override void Load(Stream stream)
    {
        try
        {
            base.Load(stream);
            Problem = null;
        }
        catch (Exception exception) when (hasLoaded && exception is FormatException or JsonException)
        {
            Problem = $"{Source.Path}: {exception.InnerException?.Message ?? exception.Message}";
        }
    }
}
