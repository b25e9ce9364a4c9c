/// <summary>Ends a program when its standard input closes: when the one that started it has ended, however it did.</summary>
internal static class EndWithParent
{
    public static void Watch(IHostApplicationLifetime lifetime) => new Thread(() =>
    {
        while (Console.In.Read() >= 0) { }
        lifetime.StopApplication();
    }) { IsBackground = true }.Start();
}
