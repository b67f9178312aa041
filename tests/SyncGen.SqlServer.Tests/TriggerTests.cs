using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Testing;

namespace SyncGen.SqlServer.Tests;

[Requires(Requirement.SqlServer)]
public sealed class TriggerTests() : TriggerSpecification(DatabaseKind.SqlServer)
{
    /// <summary>No statement here inserts some rows and updates others but MERGE, which not every server that speaks T-SQL has.</summary>
    [SpecificationFact]
    public override async Task Upserts_travel()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: true, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync(
            """
            BEGIN TRANSACTION;
            UPDATE "Entry" SET "Text" = 'x' WHERE "Id" = 1;
            INSERT INTO "Entry" ("Id", "Text") SELECT v.id, v.text FROM (VALUES (1, 'x'), (2, 'y')) AS v (id, text)
            WHERE NOT EXISTS (SELECT 1 FROM "Entry" AS e WHERE e."Id" = v.id);
            COMMIT;
            """);

        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """, "1|x", "2|y");
    }
}
