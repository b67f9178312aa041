namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>What holds of a provisioned database whenever no session is at work.</summary>
internal static class Invariants
{
    public static void Check(Database database)
    {
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        foreach (var state in database.Rows("SELECT name FROM sqlite_schema WHERE name LIKE 'syncgen\\_%\\_state' ESCAPE '\\'"))
        {
            Assert.Equal(["0"], database.Rows($"SELECT applying FROM \"{state}\""));
        }
    }

    /// <summary>Also that a peer's tracking tells the truth of a table, but for what its log says.</summary>
    public static void Check(Database database, string scope, string table, string key)
    {
        Check(database);
        if (database.Rows($"SELECT 1 FROM sqlite_schema WHERE name = 'syncgen_{scope}_{table}_track'").Count > 0)
        {
            Assert.Empty(database.Rows($"""
                SELECT 'deleted though there: ' || k0 FROM "syncgen_{scope}_{table}_track" AS s
                WHERE deleted AND EXISTS (SELECT 1 FROM "{table}" AS t WHERE t."{key}" = s.k0)
                  AND k0 NOT IN (SELECT k0 FROM "syncgen_{scope}_{table}_log")
                UNION ALL
                SELECT 'gone though not deleted: ' || k0 FROM "syncgen_{scope}_{table}_track" AS s
                WHERE NOT deleted AND NOT EXISTS (SELECT 1 FROM "{table}" AS t WHERE t."{key}" = s.k0)
                  AND k0 NOT IN (SELECT k0 FROM "syncgen_{scope}_{table}_log")
                """));
        }
    }
}
