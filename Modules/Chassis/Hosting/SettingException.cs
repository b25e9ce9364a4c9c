namespace MyThoughts.Chassis.Hosting;

/// <summary>A setting or a prerequisite is missing or wrong: the start stops with this one line and no stack trace.</summary>
/// <param name="message">What is wrong with which setting, and an example of a right one.</param>
public sealed class SettingException(string message) : Exception(message);
