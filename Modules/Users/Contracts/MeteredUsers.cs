using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Contracts;

/// <summary>The contract with each call measured, wherever the module runs.</summary>
/// <param name="inner">The module, or its HTTP client.</param>
/// <param name="meter">The meter of this contract in this host.</param>
#pragma warning disable CS1591 // What the members do, the contract says.
public sealed class MeteredUsers(IUsers inner, ContractMeter meter) : IUsers
{
    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.RegisterAsync(command, cancellationToken));

    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.LogInAsync(command, cancellationToken));

    public Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.DeleteAsync(command, cancellationToken));

    public Task<User?> FindAsync(string username, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.FindAsync(username, cancellationToken));

    public Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.FindNamesAsync(query, cancellationToken));

    public Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ListKeysAsync(cancellationToken));

    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.RotateKeyAsync(cancellationToken));

    public Task<FeedChanges<UserChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ChangesAsync(query, cancellationToken));

    public Task<UserChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ChangeOfAsync(id, cancellationToken));

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.WaitUntilPassedAsync(position, wait, cancellationToken));

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.FeedStatusAsync(cancellationToken));
}
