using SyncGen.Testing.Servers;
using SyncGen.Testing.Tests.Servers;

namespace SyncGen.Testing.Tests;

/// <summary>The tests start this assembly as a program of its own, to kill it: it starts a server, says where, and waits.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        DatabaseServer server = arguments[0] == Victim.PostgreSql ? await PostgreSqlServer.StartAsync() : await MariaDbServer.StartAsync();
        await Console.Out.WriteLineAsync($"{server.ProcessId} {server.Folder}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
