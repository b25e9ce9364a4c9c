using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Turns the failures that an operator can mend into one line on standard error and exit code 1.</summary>
public static class StartGuard
{
    /// <summary>Runs a host's verb.</summary>
    /// <param name="host">The host's name, for the message.</param>
    /// <param name="run">The verb; its result is the exit code.</param>
    /// <returns>The exit code: the verb's own, or 1 when a setting, a prerequisite or a port stopped it.</returns>
    public static async Task<int> RunAsync(string host, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (SettingException problem)
        {
            return await SayAsync(host, problem.Message);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            return await SayAsync(host, $"{problem.Message.TrimEnd('.')}. Stop what uses the port, or choose another: "
                + "Listen__Public, Listen__Proxied or Listen__Internal. Example: Listen__Public=127.0.0.1:18000");
        }
        // A settings file that is no JSON: the innermost message says where.
        catch (InvalidDataException problem) when (problem.GetBaseException() is FormatException or JsonException)
        {
            return await SayAsync(host, $"{problem.Message} {problem.GetBaseException().Message}");
        }
        catch (SocketException problem)
        {
            return await SayAsync(host, $"cannot listen: {problem.Message}. Check Listen:Public, Listen:Proxied and Listen:Internal. "
                + "Example: Listen__Public=127.0.0.1:18000");
        }
    }

    private static async Task<int> SayAsync(string host, string problem)
    {
        await Console.Error.WriteLineAsync($"{host}: {problem}");
        return 1;
    }
}
