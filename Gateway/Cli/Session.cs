using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli;

/// <summary>A verb at work: which gateway, and where to write what it says.</summary>
/// <param name="Terminal">Where to write.</param>
/// <param name="Gateway">The gateway.</param>
/// <param name="AsJson">Whether to write the API's JSON as it came, and nothing else.</param>
internal sealed record Session(Terminal Terminal, GatewayClient Gateway, bool AsJson)
{
    /// <summary>Reads something and shows it: to a script as it is, to a person as the verb does.</summary>
    public async Task<ExitCode> ShowAsync<T>(string path, Action<T> show, CancellationToken cancellationToken)
    {
        var answer = await Gateway.GetAsync(path, cancellationToken);
        if (AsJson) Terminal.WriteLine(answer.Body);
        else show(answer.Read<T>());
        return ExitCode.Done;
    }
}
