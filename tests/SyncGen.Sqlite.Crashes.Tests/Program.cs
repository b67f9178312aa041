using SyncGen.Sqlite.Crashes.Tests.Processes;

namespace SyncGen.Sqlite.Crashes.Tests;

/// <summary>The tests start this assembly as a program of its own: one that they can kill.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => Child.RunAsync(arguments);
}
