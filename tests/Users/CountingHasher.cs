using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MyThoughts.Users.Tests;

/// <summary>The real hasher with next to no work, which counts how often it is asked.</summary>
internal sealed class CountingHasher : IPasswordHasher<string>
{
    private readonly PasswordHasher<string> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
    private int verified;

    public int Verified => verified;

    public string HashPassword(string user, string password) => hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
