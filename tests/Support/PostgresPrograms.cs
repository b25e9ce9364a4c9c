using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Support;

/// <summary>The programs that come with PostgreSQL.</summary>
public static class PostgresPrograms
{
    /// <summary>Where one of them is.</summary>
    /// <param name="name">Its name, for example <c>pgbench</c>.</param>
    /// <returns>Its path; null when it is not installed.</returns>
    public static string? Find(string name)
    {
        try
        {
            var program = Path.Combine(PostgresBinaries.Find(null), name);
            return File.Exists(program) ? program : null;
        }
        catch (SettingException)
        {
            return null;
        }
    }
}
