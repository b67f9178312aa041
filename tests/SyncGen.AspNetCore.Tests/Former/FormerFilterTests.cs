using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>The filter of now holds for clients of a model that had none: nobody gets at more by not knowing a column.</summary>
public sealed class FormerFilterTests
{
    [Fact]
    public Task Part_holds_with_a_hub_in_SQLite() => HoldAsync(HubKind.Sqlite);

    [RequiresFact(Requirement.PostgreSql)]
    public Task Part_holds_with_a_hub_in_PostgreSQL() => HoldAsync(HubKind.PostgreSql);

    [RequiresFact(Requirement.MariaDb)]
    public Task Part_holds_with_a_hub_in_MariaDB() => HoldAsync(HubKind.MariaDb);

    private static async Task HoldAsync(HubKind kind)
    {
        await using var depot = await Depot.StartAsync(kind);
        using var ann = new HttpClient();
        ann.DefaultRequestHeaders.Add("X-User", "ann");
        await using var old = await Device.EarlierOfYardAsync(depot, ann);
        depot.Yard.Run("""INSERT INTO "Parcel" ("Id", "What", "Owner") VALUES (1, 'books', 'ann'), (2, 'shoes', 'ben'), (3, 'nobody', '')""");
        await old.SynchronizeAsync();
        Assert.Equal(["1|books"], old.Read("SELECT Id, What FROM Parcel"));

        // Its own row stays its own; others' rows it does not get at by their keys; and a new row is nobody's.
        old.Run("UPDATE Parcel SET What = 'old books'");
        old.Run("INSERT INTO Parcel VALUES (2, 'mine now'), (3, 'mine too'), (4, 'new')");
        var result = await old.SynchronizeAsync();

        Assert.Equal(["1|old books|ann", "2|shoes|ben", "3|nobody|"], depot.Yard.Read("""SELECT "Id", "What", "Owner" FROM "Parcel" ORDER BY "Id" """));
        Assert.Equal(3, result.Notes.Count(note => note.Code == SyncErrorCode.OutsideFilter));
        Assert.Equal(["1|old books"], old.Read("SELECT Id, What FROM Parcel"));
        Assert.All(result.Notes, note => Assert.DoesNotContain("shoes", note.Message, StringComparison.Ordinal));

        // A row that goes over to another leaves, and an edit of it comes too late.
        old.Run("UPDATE Parcel SET What = 'still mine'");
        depot.Yard.Run("""UPDATE "Parcel" SET "Owner" = 'ben' WHERE "Id" = 1""");
        await old.SynchronizeAsync();
        Assert.Equal(["old books|ben"], depot.Yard.Read("""SELECT "What", "Owner" FROM "Parcel" WHERE "Id" = 1"""));
        Assert.Empty(old.Read("SELECT Id FROM Parcel"));
    }
}
