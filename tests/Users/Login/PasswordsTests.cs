using Microsoft.AspNetCore.Identity;
using MyThoughts.Users.Login;

namespace MyThoughts.Users.Tests.Login;

public sealed class PasswordsTests
{
    [Test]
    public async Task A_flood_is_turned_away_instead_of_queued_without_end()
    {
        var processors = Math.Max(1, Environment.ProcessorCount - 1);
        using var hasher = new StuckHasher(processors);
        using var passwords = new Passwords(hasher);
        var hashing = Enumerable.Range(0, processors).Select(_ => Task.Run(() => passwords.HashAsync("a", "b", default))).ToList();
        hasher.AllStarted.Wait(TimeSpan.FromSeconds(30)).Should().BeTrue();
        var queued = Enumerable.Range(0, processors * 100).Select(_ => passwords.HashAsync("a", "b", default)).ToList();

        (await passwords.HashAsync("a", "b", default)).Should().BeNull();

        queued.Should().OnlyContain(waiting => !waiting.IsCompleted);
        hasher.Release();
        (await Task.WhenAll([.. hashing, .. queued])).Should().OnlyContain(hash => hash == "hash");
    }

    [Test]
    public async Task Without_an_account_no_password_is_right()
    {
        using var passwords = new Passwords(new CountingHasher());
        (await passwords.VerifyAsync("nobody", null, "", default)).Should().Be(PasswordVerificationResult.Failed);
    }

    private sealed class StuckHasher(int processors) : IPasswordHasher<string>, IDisposable
    {
        private readonly ManualResetEventSlim released = new();

        public CountdownEvent AllStarted { get; } = new(processors);

        public void Release() => released.Set();

        public string HashPassword(string user, string password)
        {
            if (user.Length == 0) return "nobody's";
            if (!released.IsSet) AllStarted.Signal();
            released.Wait();
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Failed;

        public void Dispose()
        {
            released.Dispose();
            AllStarted.Dispose();
        }
    }
}
