using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>What the child does when it is not to be killed: it writes while the parent synchronises.</summary>
internal static class RemoteWork
{
    /// <summary>Does what each line says, and answers it with a line: opens a file, closes it, or executes SQL on it.</summary>
    public static int ExecuteLines()
    {
        Console.WriteLine("ready");
        StoreFile? file = null;
        while (Console.ReadLine() is { } line)
        {
            try
            {
                switch (line.Split(' ', 2))
                {
                    case ["open", var path]:
                        file = new StoreFile(path);
                        break;
                    case ["close"]:
                        file?.Dispose();
                        break;
                    default:
                        file!.Execute(line);
                        break;
                }

                Console.WriteLine("done");
            }
            catch (SqliteException error)
            {
                Console.WriteLine(error.Message);
            }
        }

        return 0;
    }

    /// <summary>Writes in transactions that stay open for some time or none, until a line says that it is enough.</summary>
    public static int Write(string folder, Store store, int seed)
    {
        var random = new Random(unchecked((seed * 31) + (int)store));
        Console.WriteLine("ready");
        Console.ReadLine();
        using var application = new Application(folder, store, seed);
        var enough = Task.Run(Console.ReadLine);
        while (!enough.IsCompleted)
        {
            application.Run(random.Next(1, 4), () => Thread.Sleep(random.Next(3) == 0 ? random.Next(60) : 0));
            Thread.Sleep(random.Next(100));
        }

        Console.WriteLine("done");
        return 0;
    }
}
