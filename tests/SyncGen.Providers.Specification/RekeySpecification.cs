using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Regions;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Keys that change where foreign keys take children along.</summary>
public abstract class RekeySpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Cities = """SELECT "Id", "CountryCode", "RegionNumber" FROM "City" ORDER BY "Id" """;

    /// <summary>Children and grandchildren, in whose keys the changed one is or not, are the same everywhere.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Children_follow_a_key_that_changes(SyncRole role)
    {
        await using var pair = await CreateAsync("ON UPDATE CASCADE", role);

        await pair.Hub.ExecuteAsync("""UPDATE "Country" SET "Code" = 'x' WHERE "Code" = 'a'""");
        await pair.Hub.ExecuteAsync("""UPDATE "Country" SET "Name" = 'same key' WHERE "Code" = 'b'""");
        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Code", "Name" FROM "Country" ORDER BY 1""", "b|same key", "x|A");
        await pair.AssertBothAsync("""SELECT "CountryCode", "Number", "Name" FROM "Region" ORDER BY 1, 2""", "b|1|b1", "x|1|a1", "x|2|a2");
        await pair.AssertBothAsync(Cities, "1|x|1", "2|x|2", "3|b|1", "4|NULL|NULL");
    }

    /// <summary>A child's own key that changes takes the next along; both parts of it.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Grandchildren_follow_their_parent_alone(SyncRole role)
    {
        await using var pair = await CreateAsync("ON UPDATE CASCADE", role);

        await pair.Hub.ExecuteAsync("""UPDATE "Region" SET "Number" = 9, "CountryCode" = 'b' WHERE "CountryCode" = 'a' AND "Number" = 1""");
        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "CountryCode", "Number" FROM "Region" ORDER BY 1, 2""", "a|2", "b|1", "b|9");
        await pair.AssertBothAsync(Cities, "1|b|9", "2|a|2", "3|b|1", "4|NULL|NULL");
    }

    /// <summary>Children that lose a parent whose key changes.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Children_lose_a_parent_whose_key_changes(SyncRole role)
    {
        await using var pair = await CreateAsync("ON UPDATE SET NULL", role);

        await pair.Hub.ExecuteAsync("""UPDATE "Region" SET "Number" = 9 WHERE "CountryCode" = 'a' AND "Number" = 1""");
        await pair.SettleAsync();

        await pair.AssertBothAsync(Cities, "1|NULL|NULL", "2|a|2", "3|b|1", "4|NULL|NULL");
    }

    private async Task<StorePair> CreateAsync(string action, SyncRole role)
    {
        var pair = await StorePair.CreateAsync(RegionScope.Stores, DatabaseKind.Sqlite, role, Kind, async hub =>
        {
            await hub.ExecuteAsync("""CREATE TABLE "Country" ("Code" varchar(10) NOT NULL PRIMARY KEY, "Name" varchar(100) NOT NULL)""");
            await hub.ExecuteAsync(
                """
                CREATE TABLE "Region" ("CountryCode" varchar(10) NOT NULL, "Number" int NOT NULL, "Name" varchar(100) NOT NULL, PRIMARY KEY ("CountryCode", "Number"),
                  FOREIGN KEY ("CountryCode") REFERENCES "Country" ("Code") ON UPDATE CASCADE)
                """);
            await hub.ExecuteAsync(
                $"""
                CREATE TABLE "City" ("Id" int NOT NULL PRIMARY KEY, "CountryCode" varchar(10), "RegionNumber" int,
                  FOREIGN KEY ("CountryCode", "RegionNumber") REFERENCES "Region" ("CountryCode", "Number") {action})
                """);
        });
        foreach (var row in new[]
        {
            """INTO "Country" VALUES ('a', 'A'), ('b', 'B')""", """INTO "Region" VALUES ('a', 1, 'a1'), ('a', 2, 'a2'), ('b', 1, 'b1')""",
            """INTO "City" VALUES (1, 'a', 1), (2, 'a', 2), (3, 'b', 1), (4, NULL, NULL)""",
        })
        {
            await pair.Hub.ExecuteAsync("INSERT " + row);
        }

        await pair.SettleAsync();
        return pair;
    }
}
