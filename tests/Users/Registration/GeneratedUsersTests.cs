using Dapper;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Registration;

namespace MyThoughts.Users.Tests.Registration;

internal sealed class GeneratedUsersTests
{
    private static readonly SeedSize Size = new(1_000, 3_000, 1);

    [Test]
    public async Task Their_names_are_as_Users_would_store_them_and_could_be_chosen_at_sign_up()
    {
        await using var database = await TestDatabase.CreateAsync(UsersModule.Definition);
        await using var side = await UsersSide.StartAsync(database);
        var seed = side.Services.GetRequiredService<GeneratedUsers>();
        (await seed.MissingAsync(Size, CancellationToken.None)).Should().Be(Size.Users);

        await seed.WriteAsync(Size, Size.Users, _ => { }, CancellationToken.None);

        (await seed.MissingAsync(Size, CancellationToken.None)).Should().Be(0);
        await using var connection = new Npgsql.NpgsqlConnection(database.Administrator);
        var accounts = (await connection.QueryAsync<(string Name, string Key, string Normal, string NormalKey)>(
            "SELECT username, username_key, normalize(username, NFC), normalize(username_key, NFC) FROM users.account")).ToList();
        accounts.Should().HaveCount(Size.Users + 2);
        accounts.Should().OnlyContain(account => account.Name == account.Normal && account.Key == account.NormalKey && account.Key == UsernameCase.Fold(account.Name));
        var validator = side.Services.GetRequiredService<IValidator<RegisterUser>>();
        accounts.Should().OnlyContain(account => account.Name == "bruce" || account.Name == "stephen" || validator.Validate(new RegisterUser(account.Name, "a password", false)).IsValid);
    }

    [Test]
    public async Task They_log_in_with_the_password_of_the_demo()
    {
        await using var database = await TestDatabase.CreateAsync(UsersModule.Definition);
        await using var side = await UsersSide.StartAsync(database);
        await side.Services.GetRequiredService<GeneratedUsers>().WriteAsync(Size, Size.Users, _ => { }, CancellationToken.None);

        var result = await side.Services.GetRequiredService<IUsers>().LogInAsync(new(new SeedNames(Size.Seed).NameOf(7), DemoUsers.Password, "127.0.0.1"), CancellationToken.None);

        result.Session.Should().NotBeNull();
    }
}
