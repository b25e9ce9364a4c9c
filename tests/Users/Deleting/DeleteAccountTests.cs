using System.Net;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Tests.Pages;

namespace MyThoughts.Users.Tests.Deleting;

/// <summary>An account goes for good, and only with its password.</summary>
public sealed class DeleteAccountTests
{
    private const string Password = "a good password";
    private TestDatabase database = null!;
    private UsersSide side = null!;
    private Browser browser = null!;
    private string name = "";
    private int number;

    [OneTimeSetUp]
    public async Task StartSide()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
    }

    [OneTimeTearDown]
    public async Task StopSide()
    {
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [SetUp]
    public async Task SignUp()
    {
        name = $"Person{++number}";
        browser = new(side.Address, $"198.51.100.{number}");
        await browser.SubmitAsync("/register/", ("Username", name), ("Password", Password));
        browser.Session.Should().NotBeNull();
    }

    [TearDown]
    public void CloseBrowser() => browser.Dispose();

    [Test]
    public async Task The_page_asks_for_the_password_deletes_and_logs_out()
    {
        (await browser.GetAsync("/account/")).Text.Should().Contain("/account/delete/");
        var answer = await browser.SubmitAsync("/account/delete/", ("Password", Password));
        answer.Status.Should().Be(HttpStatusCode.Redirect);
        browser.Session.Should().BeNull();
        // Nobody follows the feed in this test, and the page says whom it waits for.
        (await browser.GetAsync(answer.Location!)).Text.Should().Contain("search and thoughts will have forgotten it").And.Contain("Check again");
    }

    [Test]
    public async Task Once_everybody_who_follows_has_heard_of_it_the_page_says_so()
    {
        var answer = await browser.SubmitAsync("/account/delete/", ("Password", Password));
        var change = await DeletionAsync();
        foreach (var reader in new[] { "thoughts", "search" })
            await side.Users.ChangesAsync(new(change.Cursor, 10, TimeSpan.Zero, reader), CancellationToken.None);
        (await browser.GetAsync(answer.Location!)).Text.Should().Contain("It is gone from everywhere.");
    }

    [Test]
    public async Task A_wrong_password_deletes_nothing()
    {
        var answer = await browser.SubmitAsync("/account/delete/", ("Password", "another password"));
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Text.Should().Contain("The password is wrong.");
        (await side.Users.FindAsync(name, CancellationToken.None)).Should().NotBeNull();
    }

    [Test]
    public async Task Guesses_are_limited_as_those_of_a_login_are()
    {
        for (var guess = 0; guess < 10; guess++) await DeleteAsync("wrong", "203.0.113.9");
        (await DeleteAsync(Password, "203.0.113.9")).Outcome.Should().Be(DeleteUserOutcome.TooManyAttempts);
        (await DeleteAsync(Password, "203.0.113.10")).Outcome.Should().Be(DeleteUserOutcome.Deleted);
    }

    [Test]
    public async Task A_deleted_account_is_nobody_and_its_name_is_never_free_again()
    {
        (await DeleteAsync(Password)).Outcome.Should().Be(DeleteUserOutcome.Deleted);
        (await side.Users.FindAsync(name, CancellationToken.None)).Should().BeNull();
        (await side.Users.LogInAsync(new(name, Password, "a"), CancellationToken.None)).Outcome.Should().Be(LogInOutcome.Refused);
        (await side.Users.RegisterAsync(new(name.ToUpperInvariant(), Password), CancellationToken.None)).Outcome.Should().Be(RegisterUserOutcome.Taken);
        (await DeleteAsync(Password)).Outcome.Should().Be(DeleteUserOutcome.Refused, "it is gone already");
        (await DeletionAsync()).Username.Should().Be(name);
    }

    [Test]
    public async Task A_form_without_its_antiforgery_token_deletes_nothing()
    {
        (await browser.PostAsync("/account/delete/", ("Password", Password))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await side.Users.FindAsync(name, CancellationToken.None)).Should().NotBeNull();
    }

    [TestCase("/account/deleted/"), TestCase("/account/deleted/?at=nonsense")]
    public async Task An_address_that_names_no_deletion_is_not_there(string path) =>
        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);

    private Task<DeleteUserResult> DeleteAsync(string password, string network = "192.0.2.1") =>
        side.Users.DeleteAsync(new(name, password, network), CancellationToken.None);

    // Transactions of other tests, in other databases of the cluster, hold every feed back for a moment.
    private async Task<UserChange> DeletionAsync()
    {
        UserChange? deletion = null;
        await Eventually.HoldsAsync(
            async () =>
            {
                var changes = await side.Users.ChangesAsync(new(FeedCursor.Start, 1_000, TimeSpan.Zero, ""), CancellationToken.None);
                return (deletion = changes.Changes.SingleOrDefault(change => change.Username == name && change.User is null)) is not null;
            },
            "the deletion is in the feed");
        return deletion!;
    }
}
