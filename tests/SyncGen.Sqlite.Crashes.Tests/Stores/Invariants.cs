using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>What holds of a database whenever nobody is at work.</summary>
internal static class Invariants
{
    /// <exception cref="CrashException">One of them does not hold.</exception>
    public static void Check(StoreFile file)
    {
        Require(file.Rows("PRAGMA integrity_check"), "ok");
        Require(file.Rows("PRAGMA foreign_key_check"));
        if (file.Rows("SELECT 1 FROM sqlite_schema WHERE name = 'syncgen_boxes_state'").Count > 0)
        {
            Require(file.Rows("SELECT applying FROM syncgen_boxes_state"), "0");
        }

        foreach (var table in new[] { "Box", "Slip" })
        {
            CheckTracking(file, table);
        }
    }

    /// <summary>Also that no row waits for another.</summary>
    /// <exception cref="CrashException">One of them does not hold.</exception>
    public static void CheckAtRest(StoreFile file)
    {
        Check(file);
        Require(file.Rows("SELECT * FROM syncgen_boxes_quarantine"));
    }

    private static void CheckTracking(StoreFile file, string table)
    {
        var (track, log) = ($"syncgen_boxes_{table}_track", $"syncgen_boxes_{table}_log");
        if (file.Rows($"SELECT 1 FROM sqlite_schema WHERE name = '{track}'").Count > 0)
        {
            Require(file.Rows($"""
                SELECT k0, deleted FROM {track} WHERE deleted = EXISTS (SELECT 1 FROM {table} WHERE Id = k0) AND k0 NOT IN (SELECT k0 FROM {log})
                """));
        }
    }

    private static void Require(List<string> actual, params string[] expected)
    {
        if (!actual.SequenceEqual(expected))
        {
            throw new CrashException($"Integrity: {string.Join("; ", actual.Take(5))}, not {string.Join("; ", expected)}");
        }
    }
}
