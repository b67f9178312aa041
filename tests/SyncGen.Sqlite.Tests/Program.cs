using SyncGen.Sqlite.Tests.Processes;

namespace SyncGen.Sqlite.Tests;

/// <summary>The tests start this assembly as a program of its own where something must happen in another process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => Child.RunAsync(arguments);
}
