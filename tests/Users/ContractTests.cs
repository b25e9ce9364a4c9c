using Dapper;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Users.Tests;

/// <summary>What neighbours may rely on, wherever the module runs: callers never know.</summary>
[TestFixture(HostingMode.InProcess), TestFixture(HostingMode.Remote)]
public sealed class ContractTests(HostingMode mode)
{
    private const string Password = "correct horse";
    private static int people;
    private TestDatabase database = null!;
    private UsersSide side = null!;
    private HttpClient client = null!;
    private IUsers users = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
        client = RemoteClient.To(UsersModule.Name, side.Address);
        users = mode == HostingMode.InProcess ? side.Users : new RemoteUsers(client);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Who_signs_up_is_registered_once_and_logged_in()
    {
        var name = NewName();
        var registered = await users.RegisterAsync(new(name, Password), default);
        registered.Outcome.Should().Be(RegisterUserOutcome.Registered);
        (registered.User!.Username, registered.User.Creation.Kind).Should().Be((name, DateTimeKind.Utc));
        registered.Session!.ExpiresAt.Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(2), TimeSpan.FromMinutes(1));
        (await users.RegisterAsync(new(name.ToUpperInvariant(), Password), default)).Outcome.Should().Be(RegisterUserOutcome.Taken);
    }

    [Test]
    public async Task An_administrator_registers_by_looser_rules_and_logs_nobody_in()
    {
        var result = await users.RegisterAsync(new($"{NewName()} & \"sons\"", "x", ByAdministrator: true), default);
        (result.Outcome, result.Session).Should().Be((RegisterUserOutcome.Registered, null));
        var refused = await users.RegisterAsync(new("x", "y"), default);
        refused.Outcome.Should().Be(RegisterUserOutcome.Invalid);
        refused.Errors.Keys.Should().BeEquivalentTo("Username", "Password");
    }

    [Test]
    public async Task A_login_is_a_session_a_refusal_errors_or_a_wait()
    {
        var name = await SignUpAsync();
        var login = await users.LogInAsync(new(name.ToUpperInvariant(), Password, "192.0.2.1"), default);
        login.Outcome.Should().Be(LogInOutcome.LoggedIn);
        login.Session!.Token.Should().NotBeEmpty();
        (await users.LogInAsync(new("", "", "192.0.2.1"), default)).Errors.Keys.Should().BeEquivalentTo("Username", "Password");
        for (var count = 0; count < 10; count++)
            (await users.LogInAsync(new(name, "wrong", "192.0.2.1"), default)).Outcome.Should().Be(LogInOutcome.Refused);
        var blocked = await users.LogInAsync(new(name, Password, "192.0.2.1"), default);
        blocked.Outcome.Should().Be(LogInOutcome.TooManyAttempts);
        blocked.RetryAfter.Should().BePositive();
    }

    [Test]
    public async Task A_person_is_found_whatever_the_case_and_whatever_else_is_asked()
    {
        var name = await SignUpAsync();
        (await users.FindAsync(name.ToUpperInvariant(), default))!.Username.Should().Be(name);
        foreach (var nobody in (string[])["a name/with ?everything&=%+#", "", "nobody", "雪だるま☃", "nul\0", new('x', 10_000)])
            (await users.FindAsync(nobody, default)).Should().BeNull();
    }

    [Test]
    public async Task A_deletion_wants_the_password_and_has_a_place_in_the_feed()
    {
        var name = await SignUpAsync();
        (await users.DeleteAsync(new(name, "wrong", "192.0.2.7"), default)).Should().Be(new DeleteUserResult(DeleteUserOutcome.Refused));
        var deleted = await users.DeleteAsync(new(name, Password, "192.0.2.7"), default);
        deleted.Outcome.Should().Be(DeleteUserOutcome.Deleted);
        (await users.FindAsync(name, default)).Should().BeNull();
        (await users.WaitUntilPassedAsync(deleted.Position!.Value, TimeSpan.Zero, default)).Should().Equal("search", "thoughts");
        (await users.WaitUntilPassedAsync(FeedCursor.Start, TimeSpan.Zero, default)).Should().BeEmpty();
    }

    [Test]
    public async Task A_new_key_is_the_first_of_those_that_are_listed()
    {
        var rotated = await users.RotateKeyAsync(default);
        var keys = await users.ListKeysAsync(default);
        keys.Keys[0].Id.Should().Be(rotated);
        keys.ToTokenKeys().Should().HaveCount(keys.Keys.Count);
    }

    [Test]
    public async Task The_feed_tells_of_each_account_in_order_and_of_its_deletion_at_a_new_place()
    {
        var before = (await users.FeedStatusAsync(default)).Head;
        var (stays, goes) = (await SignUpAsync(), await SignUpAsync());
        var born = await ReadAsync(before, 2);
        born.Select(change => (change.Username, change.User?.Username)).Should().Equal((stays, stays), (goes, goes));
        await users.DeleteAsync(new(goes, Password, "192.0.2.8"), default);

        var gone = (await ReadAsync(born[^1].Cursor, 1)).Single();
        (gone.Id, gone.Username, gone.User).Should().Be((born[1].Id, goes, null));
        (await users.ChangeOfAsync(gone.Id, default)).Should().Be(gone);
        (await users.ChangeOfAsync(gone.Id + 1_000, default)).Should().BeNull();
        var status = await users.FeedStatusAsync(default);
        status.Head.Should().Be(gone.Cursor);
        status.Readers.Select(reader => reader.Name).Should().Contain(["search", "thoughts"]);
    }

    [Test]
    public async Task A_cursor_that_means_nothing_here_is_gone()
    {
        await SignUpAsync();
        var known = (await users.FeedStatusAsync(default)).Head;
        foreach (var cursor in (FeedCursor[])[known with { Epoch = 7 }, known with { Epoch = 0 }, known with { Xid = ulong.MaxValue }])
            (await users.ChangesAsync(new(cursor, 10, TimeSpan.Zero, ""), default)).Should().BeEquivalentTo(new FeedChanges<UserChange>([], Gone: true));
        (await users.ChangesAsync(new(known, 10, TimeSpan.FromMilliseconds(50), ""), default)).Should().BeEquivalentTo(new FeedChanges<UserChange>([]));
    }

    [Test]
    public async Task After_a_restore_readers_find_their_cursor_gone_and_the_whole_feed_anew()
    {
        await SignUpAsync();
        var ahead = (await users.FeedStatusAsync(default)).Head;
        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync(Runbook.Sql("run-in-production.md", "users.epoch"));

        (await users.ChangesAsync(new(ahead, 10, TimeSpan.Zero, ""), default)).Gone.Should().BeTrue();
        var status = await users.FeedStatusAsync(default);
        status.Head.Epoch.Should().BeGreaterThan(ahead.Epoch);
        await Eventually.HoldsAsync(
            async () => (await users.ChangesAsync(new(FeedCursor.Start, 1_000, TimeSpan.Zero, ""), default)).Changes.Count == status.Rows, "every account comes anew");
    }

    private static string NewName() => $"Person{Interlocked.Increment(ref people)}";

    private async Task<string> SignUpAsync()
    {
        var name = NewName();
        (await users.RegisterAsync(new(name, Password), default)).Outcome.Should().Be(RegisterUserOutcome.Registered);
        return name;
    }

    // Another test's transaction may hold the feed of the whole cluster back.
    private async Task<IReadOnlyList<UserChange>> ReadAsync(FeedCursor after, int count)
    {
        IReadOnlyList<UserChange> changes = [];
        await Eventually.HoldsAsync(
            async () => (changes = (await users.ChangesAsync(new(after, 10, TimeSpan.Zero, ""), default)).Changes).Count == count, $"{count} changes come");
        return changes;
    }
}
