using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>Programs of an earlier model synchronise with a hub that has the later one, beside programs of that.</summary>
public sealed class FormerClientTests
{
    private const string Crates = """SELECT "Id", "Level", "Code", "Grade", "Note", "Count", "Label", "Title" FROM "Crate" ORDER BY "Id" """;

    [Fact]
    public Task Rows_of_both_models_travel_with_a_hub_in_SQLite() => TravelAsync(HubKind.Sqlite);

    [RequiresFact(Requirement.PostgreSql)]
    public Task Rows_of_both_models_travel_with_a_hub_in_PostgreSQL() => TravelAsync(HubKind.PostgreSql);

    [RequiresFact(Requirement.MariaDb)]
    public Task Rows_of_both_models_travel_with_a_hub_in_MariaDB() => TravelAsync(HubKind.MariaDb);

    private static async Task TravelAsync(HubKind kind)
    {
        await using var depot = await Depot.StartAsync(kind);
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        old.Run("INSERT INTO Crate VALUES (1, 'one', 10, NULL, 'x', 1.5, '2026-01-02 03:04:05')");
        old.Run("INSERT INTO Slot VALUES (1, 'a', 'nails')");
        await old.SynchronizeAsync();

        // What the earlier model does not have is nothing, or what the class has of itself where a column cannot be nothing.
        Assert.Equal(["1|0|0|Plain||10||one"], depot.Database.Read(Crates));
        await young.SynchronizeAsync();
        Assert.Equal(["1|0|0|Plain||10||one"], young.Read(Crates));
        young.Run("UPDATE Crate SET Level = 3, Grade = 'Plain', Label = 'fragile', Code = 44, Count = NULL");
        young.Run("UPDATE Slot SET Cooled = 1");
        young.Run("INSERT INTO Crate VALUES (2, 5, 6, 'Plain', 'note', 20, 'glass', 'two')");
        young.Run("INSERT INTO Shelf VALUES (1, 'upper')");
        await young.SynchronizeAsync();
        var result = await old.SynchronizeAsync();

        // Null where a number was is 0, and what is gone is null or nothing.
        Assert.Equal(["1|one|0|||0|", "2|two|20|note||0|"], old.Read("SELECT Id, Title, Count, Note, Code, Weight, Packed FROM Crate ORDER BY Id"));
        Assert.Equal(0, result.Download.Total.Quarantined);

        // An edit of what the old program knows leaves alone what it does not know.
        old.Run("UPDATE Crate SET Title = 'one more', Weight = 9 WHERE Id = 1");
        old.Run("UPDATE Crate SET Note = NULL, Count = 21, Code = 'y' WHERE Id = 2");
        old.Run("UPDATE Slot SET Holds = 'screws'");
        await old.SynchronizeAsync();
        await young.SynchronizeAsync();
        string[] expected = ["1|3|44|Plain||0|fragile|one more", "2|5|6|Plain||21|glass|two"];
        Assert.Equal(expected, depot.Database.Read(Crates));
        Assert.Equal(expected, young.Read(Crates));
        Assert.Equal(["1|a|screws|1"], young.Read("SELECT Aisle, Place, Holds, Cooled FROM Slot"));

        old.Run("DELETE FROM Crate WHERE Id = 1");
        young.Run("DELETE FROM Crate WHERE Id = 2");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        await young.SynchronizeAsync();
        Assert.Empty(depot.Database.Read(Crates));
        Assert.Empty(old.Read("SELECT Id FROM Crate"));
        Assert.Empty(young.Read("SELECT Id FROM Crate"));
    }

    [Fact]
    public Task Many_rows_at_once_keep_what_is_new_with_a_hub_in_SQLite() => TravelAtOnceAsync(HubKind.Sqlite);

    [RequiresFact(Requirement.PostgreSql)]
    public Task Many_rows_at_once_keep_what_is_new_with_a_hub_in_PostgreSQL() => TravelAtOnceAsync(HubKind.PostgreSql);

    [RequiresFact(Requirement.MariaDb)]
    public Task Many_rows_at_once_keep_what_is_new_with_a_hub_in_MariaDB() => TravelAtOnceAsync(HubKind.MariaDb);

    private static async Task TravelAtOnceAsync(HubKind kind)
    {
        await using var depot = await Depot.StartAsync(kind);
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO Crate SELECT i, i * 2, i, 'Plain', 'n', i, 'l' || i, 't' || i FROM n");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();

        // Some are new, some are gone, and most are changed, so that a batch has all of them.
        old.Run("UPDATE Crate SET Title = 'old ' || Id WHERE Id <= 200");
        old.Run("DELETE FROM Crate WHERE Id > 250");
        old.Run("WITH RECURSIVE n(i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) INSERT INTO Crate SELECT i, 'new ' || i, 1, NULL, '', 0, NULL FROM n");
        await old.SynchronizeAsync();
        await young.SynchronizeAsync();

        Assert.Equal(["350"], depot.Database.Read("""SELECT count(*) FROM "Crate" """));
        Assert.Equal(["200"], depot.Database.Read("""SELECT count(*) FROM "Crate" WHERE "Id" <= 200 AND "Level" = "Id" * 2 AND "Code" = "Id" AND "Grade" = 'Plain' AND "Label" IS NOT NULL AND "Title" LIKE 'old %'"""));
        Assert.Equal(["100"], depot.Database.Read("""SELECT count(*) FROM "Crate" WHERE "Id" > 1000 AND "Level" = 0 AND "Grade" = 'Plain' AND "Label" IS NULL AND "Note" = ''"""));
        Assert.Equal(depot.Database.Read(Crates), young.Read(Crates));
    }

    [Fact]
    public async Task Conflict_over_what_both_know_keeps_what_only_one_knows()
    {
        await using var depot = await Depot.StartAsync();
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("INSERT INTO Crate VALUES (1, 1, 1, 'Plain', '', 1, 'a', 'first')");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        young.Run("UPDATE Crate SET Level = 2, Label = 'b', Title = 'young'");
        old.Run("UPDATE Crate SET Title = 'old'");
        await young.SynchronizeAsync();
        var result = await old.SynchronizeAsync();

        // The client wins, with what it has: the new columns are the hub's.
        Assert.Equal(1, result.Upload.Total.Conflicts);
        Assert.Equal(["1|2|1|Plain||1|b|old"], depot.Database.Read(Crates));

        // Both made the same of what both know: no conflict, whatever else has changed.
        young.Run("UPDATE Crate SET Level = 3, Title = 'same'");
        old.Run("UPDATE Crate SET Title = 'same'");
        await young.SynchronizeAsync();
        result = await old.SynchronizeAsync();
        Assert.Equal(0, result.Upload.Total.Conflicts);
        await young.SynchronizeAsync();
        Assert.Equal(["1|3|1|Plain||1|b|same"], young.Read(Crates));
    }

    [Fact]
    public async Task Rows_of_a_table_that_is_gone_are_rejected_and_kept_in_the_conflict_log()
    {
        await using var depot = await Depot.StartAsync();
        await using var old = await Device.EarlierAsync(depot);
        old.Run("INSERT INTO Sticker VALUES ('one', 'this way up'), ('two', 'glass')");
        old.Run("INSERT INTO Crate VALUES (1, 'one', 10, NULL, 'x', 1.5, NULL)");

        var result = await old.SynchronizeAsync();
        Assert.Equal(2, result.Notes.Count(note => note is { Code: SyncErrorCode.ModelMismatch, Table: "Sticker" }));
        Assert.Contains("Bring this program up to date", result.Notes[0].Message, StringComparison.Ordinal);
        Assert.Equal(["1"], depot.Database.Read("""SELECT "Id" FROM "Crate" """));
        Assert.Empty(old.Read("SELECT Name FROM Sticker"));
        Assert.Equal(2, old.Read("SELECT 1 FROM syncgen_depot_conflict WHERE loser_row LIKE '%this way up%' OR loser_row LIKE '%glass%'").Count);

        // Nothing is left to send, and a table of the hub's that the program does not know does no harm.
        depot.Database.Run("""INSERT INTO "Shelf" VALUES (1, 'lower')""");
        result = await old.SynchronizeAsync();
        Assert.Empty(result.Notes);
        Assert.Equal(0, result.Upload.Rows);
    }

    [Fact]
    public async Task Lost_answers_and_many_batches_lose_and_double_nothing()
    {
        await using var depot = await Depot.StartAsync(configure: options => options.BatchBytesMax = 2_000);
        using var faults = new FaultyNetwork(seed: 20261129);
        await using var old = await Device.EarlierAsync(depot, faults.Client);
        await using var young = await Device.LaterAsync(depot, faults.Client);
        for (var round = 0; round < 8; round++)
        {
            young.Run($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) INSERT INTO Crate SELECT i + {round * 100}, i, i, 'Plain', '', i, 'l', 't' FROM n");
            old.Run($"UPDATE Crate SET Title = 'old {round}', Note = 'n{round}' WHERE Id % 3 = {round % 3}");
            young.Run("UPDATE Crate SET Level = Level + 1 WHERE Id % 5 = 0");
            await young.SynchronizeAsync();
            await old.SynchronizeAsync();
        }

        faults.IsOn = false;
        await old.SynchronizeAsync();
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        Assert.True(faults.Count > 10, $"{faults.Count} faults");
        Assert.Equal(["320"], depot.Database.Read("""SELECT count(*) FROM "Crate" """));
        Assert.Equal(depot.Database.Read(Crates), young.Read(Crates));
        Assert.Equal(depot.Database.Read("""SELECT "Id", "Title", "Note", "Count" FROM "Crate" ORDER BY "Id" """), old.Read("SELECT Id, Title, coalesce(Note, ''), Count FROM Crate ORDER BY Id"));
        Assert.Empty(depot.Database.Read("""SELECT "Id" FROM "Crate" WHERE "Label" IS NULL OR "Grade" <> 'Plain' OR "Id" % 100 <> "Code" """));
    }

    [Fact]
    public async Task Row_that_waits_at_the_hub_takes_what_it_lacks_when_it_is_let_in()
    {
        await using var depot = await Depot.StartAsync();
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("INSERT INTO Crate VALUES (1, 1, 1, 'Plain', '', 1, 'a', 'one'), (2, 1, 1, 'Plain', '', 1, 'a', 'two')");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        foreach (var operation in new[] { "INSERT", "UPDATE" })
        {
            depot.Database.Run($"""CREATE TRIGGER once_{operation} BEFORE {operation} ON "Crate" WHEN EXISTS (SELECT 1 FROM "Crate" WHERE "Title" = NEW."Title" AND "Id" <> NEW."Id") BEGIN SELECT RAISE(ABORT, 'twice'); END""");
        }

        old.Run("UPDATE Crate SET Title = 'two' WHERE Id = 1");
        old.Run("INSERT INTO Crate VALUES (3, 'two', 10, NULL, 'x', 1.5, NULL)");
        var result = await old.SynchronizeAsync();
        Assert.Equal(2, result.Upload.Total.Quarantined);

        // Meanwhile somebody else sets what the waiting row knows nothing of, and makes room for it.
        young.Run("UPDATE Crate SET Level = 8, Label = 'later' WHERE Id = 1");
        await young.SynchronizeAsync();
        Assert.Equal(["1|8|1|Plain||1|later|one", "2|1|1|Plain||1|a|two"], depot.Database.Read(Crates));
        young.Run("DELETE FROM Crate WHERE Id = 2");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        Assert.Equal(["1|8|1|Plain||1|later|two"], depot.Database.Read(Crates));
        Assert.Equal(["1|two"], old.Read("SELECT Id, Title FROM Crate WHERE Id = 1"));

        depot.Database.Run("DROP TRIGGER once_INSERT");
        await old.SynchronizeAsync();
        await young.SynchronizeAsync();
        Assert.Equal(["1|8|1|Plain||1|later|two", "3|0|0|Plain||10||two"], young.Read(Crates));
    }

    [Fact]
    public async Task Row_of_the_hub_that_cannot_be_read_makes_the_edit_wait()
    {
        await using var depot = await Depot.StartAsync();
        await using var old = await Device.EarlierAsync(depot);
        old.Run("INSERT INTO Crate VALUES (1, 'one', 1, NULL, '', 0, NULL), (2, 'two', 1, NULL, '', 0, NULL)");
        await old.SynchronizeAsync();
        depot.Database.Run("""UPDATE "Crate" SET "Grade" = 'Nobody knows' WHERE "Id" = 1""");
        old.Run("UPDATE Crate SET Title = Title || ' more'");
        var result = await old.SynchronizeAsync();
        Assert.Equal(1, result.Upload.Total.Quarantined);
        Assert.Equal(["1|Nobody knows|one", "2|Plain|two more"], depot.Database.Read("""SELECT "Id", "Grade", "Title" FROM "Crate" ORDER BY "Id" """));

        depot.Database.Run("""UPDATE "Crate" SET "Grade" = 'Plain' WHERE "Id" = 1""");
        await old.SynchronizeAsync();
        Assert.Equal(["1|Plain|one more", "2|Plain|two more"], depot.Database.Read("""SELECT "Id", "Grade", "Title" FROM "Crate" ORDER BY "Id" """));
    }
}
