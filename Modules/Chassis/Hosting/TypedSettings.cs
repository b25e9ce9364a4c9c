using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Reads settings that are more than text. A wrong one is named with an example, as every other setting is.</summary>
public static class TypedSettings
{
    /// <summary>Reads a setting that is on or off.</summary>
    /// <param name="configuration">The host's settings.</param>
    /// <param name="name">The setting, for example <c>ServedBy:Header</c>.</param>
    /// <param name="byDefault">What it is when it is absent.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="SettingException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public static bool ReadSwitch(this IConfiguration configuration, string name, bool byDefault)
    {
        if (configuration[name] is not { Length: > 0 } text) return byDefault;
        return bool.TryParse(text, out var isOn) ? isOn : throw Wrong(name, text, "boolean", "true");
    }

    /// <summary>Reads a setting that is a length of time.</summary>
    /// <param name="configuration">The host's settings.</param>
    /// <param name="name">The setting, for example <c>Shutdown:Drain</c>.</param>
    /// <param name="byDefault">What it is when it is absent.</param>
    /// <returns>Its value, not below zero.</returns>
    /// <exception cref="SettingException">It is no such time.</exception>
    public static TimeSpan ReadTime(this IConfiguration configuration, string name, TimeSpan byDefault)
    {
        if (configuration[name] is not { Length: > 0 } text) return byDefault;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero
            ? time
            : throw Wrong(name, text, "length of time", byDefault.ToString("c", CultureInfo.InvariantCulture));
    }

    private static SettingException Wrong(string name, string text, string kind, string example) =>
        new($"{name} is '{text}', which is no {kind}. Example: {name}={example}");
}
