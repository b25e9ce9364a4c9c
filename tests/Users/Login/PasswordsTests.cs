using Microsoft.AspNetCore.Identity;
using MyThoughts.Users.Login;

namespace MyThoughts.Users.Tests.Login;

public sealed class PasswordsTests
{
    [Test]
    public async Task A_flood_is_turned_away_instead_of_queued_without_end()
    {
        using var hasher = new StuckHasher();
        using var passwords = new Passwords(hasher);
        var processors = Math.Max(1, Environment.ProcessorCount - 1);
        var waiting = Enumerable.Range(0, processors * 101).Select(_ => Task.Run(() => passwords.HashAsync("a", "b", default))).ToList();
        hasher.Started.Wait(TimeSpan.FromSeconds(10)).Should().BeTrue();
        string? result = "";
        for (var tries = 0; tries < 500 && result is not null; tries++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
            try { result = await passwords.HashAsync("a", "b", patience.Token); }
            catch (OperationCanceledException) { result = ""; }
        }
        result.Should().BeNull();
        hasher.Release();
        (await Task.WhenAll(waiting)).Should().OnlyContain(hash => hash == "hash");
    }

    [Test]
    public async Task Without_an_account_no_password_is_right()
    {
        using var passwords = new Passwords(new CountingHasher());
        (await passwords.VerifyAsync("nobody", null, "", default)).Should().Be(PasswordVerificationResult.Failed);
    }

    private sealed class StuckHasher : IPasswordHasher<string>, IDisposable
    {
        private readonly ManualResetEventSlim released = new();

        public ManualResetEventSlim Started { get; } = new();

        public void Release() => released.Set();

        public string HashPassword(string user, string password)
        {
            if (user.Length == 0) return "nobody's";
            Started.Set();
            released.Wait();
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Failed;

        public void Dispose()
        {
            released.Dispose();
            Started.Dispose();
        }
    }
}
