/// <summary>What hosts in Development keep: the embedded PostgreSQL and the keys.</summary>
internal static class DevelopmentData
{
    public static void Delete()
    {
        var folder = Repository.InRoot(".data");
        if (!Directory.Exists(folder)) return;
        Console.WriteLine("Removing .data");
        Directory.Delete(folder, recursive: true);
    }
}
