using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>A shop whose foreign keys act, and how it is looked at.</summary>
internal static class CascadingShop
{
    public const string All = """
        SELECT 'c', Id, Name, NULL FROM Customer UNION ALL SELECT 'i', Id, Text, CustomerId FROM Invoice
        UNION ALL SELECT 'l', Id, Text, InvoiceId FROM Line ORDER BY 1, 2
        """;

    public static SyncOptions OneRowAtATime { get; } = new() { BatchBytesMax = 1 };

    public static TheoryData<SyncRole, bool> Cases => new()
    {
        { SyncRole.Leaf, false },
        { SyncRole.Leaf, true },
        { SyncRole.Peer, false },
        { SyncRole.Peer, true },
    };

    public static SyncOptions Options(bool oneRowAtATime) => oneRowAtATime ? OneRowAtATime : SyncOptions.Default;

    public static string Shop(string action) => $"""
        CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER);
        CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id) {action}, Text TEXT NOT NULL);
        CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, InvoiceId INTEGER REFERENCES Invoice (Id) {action}, Text TEXT NOT NULL);
        """;

    public static void Fill(Database database) => database.Execute("""
        INSERT INTO Customer VALUES (1, 'a', NULL, NULL), (2, 'b', NULL, NULL);
        INSERT INTO Invoice VALUES (11, 1, '11'), (12, 1, '12'), (21, 2, '21');
        INSERT INTO Line VALUES (110, 11, '110'), (120, 12, '120'), (210, 21, '210');
        """);

    public static void AssertQuiet(StorePair stores)
    {
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
            foreach (var table in database.Rows("SELECT name FROM sqlite_schema WHERE name LIKE 'syncgen%quarantine'"))
            {
                Assert.Empty(database.Rows($"SELECT row_key, error FROM \"{table}\""));
            }
        }
    }
}
