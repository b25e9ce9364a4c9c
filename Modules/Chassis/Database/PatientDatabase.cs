using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database;

// For verbs: a deployment may start its database and its migration together, and must learn of it when the database never comes.
internal static class PatientDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<T> WaitAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var end = DateTime.UtcNow + Patience; ; await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken))
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (DatabaseUnavailable.Is(exception))
            {
                if (DateTime.UtcNow > end) throw new SettingException(
                    $"PostgreSQL did not answer for a minute: {exception.Message}. Start it, or correct ConnectionStrings:administrator.");
            }
        }
    }
}
