using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MyThoughts.Users.Contracts;

/// <summary>Lets pages link to the people whom they mention.</summary>
public static class MentionedPeopleRegistration
{
    /// <summary>Registers <see cref="MentionedPeople"/>, once for all modules of a host that knows <see cref="IUsers"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMentionedPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<MentionedPeople>();
        return services;
    }
}
