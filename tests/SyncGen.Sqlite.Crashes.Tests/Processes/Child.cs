using System.Globalization;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>What this assembly does as a program: works on a folder of stores until it is killed, and says so when something is wrong.</summary>
internal static class Child
{
    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["sql"] => Task.FromResult(RemoteWork.ExecuteLines()),
        ["write", var folder, var store, var seed] => Task.FromResult(RemoteWork.Write(folder, Enum.Parse<Store>(store), Number(seed))),
        _ => RunUntilKilledAsync(arguments),
    };

    private static async Task<int> RunUntilKilledAsync(string[] arguments)
    {
        var (work, folder, seed, step) = (arguments[0], arguments[1], Number(arguments[2]), Number(arguments[3]));
        Console.WriteLine("ready");
        if (Console.ReadLine() is not { } line)
        {
            return 0;
        }

        var operation = Number(line);
        if (operation > 0)
        {
            FileOperations.KillAt(operation);
        }

        try
        {
            var random = new Random(unchecked((seed * 1_000_003) + step));
            Func<Task> round = Enum.Parse<Work>(work) switch
            {
                Work.Write => WriteWork.Prepare(folder, seed, random),
                Work.SynchronizeLeaf => SynchronizeWork.Prepare(folder, seed, random, Store.Leaf),
                Work.SynchronizePeer => SynchronizeWork.Prepare(folder, seed, random, Store.Peer),
                Work.ProvisionLeaf => ProvisionWork.Prepare(folder, random, SyncRole.Leaf),
                Work.ProvisionPeer => ProvisionWork.Prepare(folder, random, SyncRole.Peer),
                _ => throw new ArgumentException($"There is no such work: {work}.", nameof(arguments)),
            };
            await round();
            Console.WriteLine("started");
            while (true)
            {
                await round();
            }
        }
        catch (Exception error) when (error is SyncException or CrashException or Microsoft.Data.Sqlite.SqliteException)
        {
            Console.WriteLine(error.ToString().ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
