using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Reports;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Every pair of writes that have not seen each other, under every policy.</summary>
public abstract class ConflictSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Content = """SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """;

    /// <summary>Policies, what each side does to the row, and which side wins: the client writes last.</summary>
    public static TheoryData<ConflictPolicy, string, string, bool> Pairs
    {
        get
        {
            var data = new TheoryData<ConflictPolicy, string, string, bool>();
            foreach (var policy in new[] { ConflictPolicy.LatestWins, ConflictPolicy.ServerWins, ConflictPolicy.ClientWins })
            {
                var clientWins = policy != ConflictPolicy.ServerWins;
                data.Add(policy, "insert", "insert", clientWins);
                data.Add(policy, "update", "update", clientWins);
                data.Add(policy, "update", "delete", clientWins);
                data.Add(policy, "delete", "update", clientWins);
            }

            return data;
        }
    }

    private static ScopeStores ScopeOf(ConflictPolicy policy) => policy switch
    {
        ConflictPolicy.LatestWins => LatestScope.Stores,
        ConflictPolicy.SourceWins => SourceScope.Stores,
        ConflictPolicy.DestinationWins => DestinationScope.Stores,
        ConflictPolicy.ServerWins => ServerScope.Stores,
        _ => ClientScope.Stores,
    };

    /// <summary>Both sides end with the winner, and the loser is in the conflict log, whole.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Pairs))]
    public virtual async Task A_leafs_conflict_ends_as_the_policy_says(ConflictPolicy policy, string hub, string client, bool clientWins) =>
        await RunAsync(policy, SyncRole.Leaf, hub, client, clientWins);

    /// <summary>The same between peers.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Pairs))]
    public virtual async Task A_peers_conflict_ends_as_the_policy_says(ConflictPolicy policy, string hub, string client, bool clientWins) =>
        await RunAsync(policy, SyncRole.Peer, hub, client, clientWins);

    /// <summary>Where source or destination wins, both sides still end with the same row, and the other is logged.</summary>
    [SpecificationTheory]
    [InlineData(ConflictPolicy.SourceWins)]
    [InlineData(ConflictPolicy.DestinationWins)]
    public virtual async Task Source_and_destination_policies_agree_in_the_end(ConflictPolicy policy)
    {
        await using var pair = await CreateAsync(ScopeOf(policy), isSqlite: true, SyncRole.Peer);
        await WriteAsync(pair.Hub, "insert", "hub");
        await WriteAsync(pair.Client, "insert", "client");

        await pair.SettleAsync();

        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        Assert.NotEmpty(await LoserAsync(pair.HubStore, pair.ClientStore));
    }

    /// <summary>The same content on both sides is no conflict.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Equal_rows_are_no_conflict(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await WriteAsync(pair.Hub, "insert", "same");
        await WriteAsync(pair.Client, "insert", "same");

        var result = await pair.SyncAsync();
        await pair.SettleAsync();

        Assert.False(result.HasConflicts);
        await pair.AssertBothAsync(Content, "1|same");
    }

    /// <summary>
    /// A session's own handler decides before the scope does, any way that there is; what it leaves alone, the policy settles. One that
    /// fails, or merges into another key, takes the whole batch with it.
    /// </summary>
    [SpecificationFact]
    public virtual async Task A_sessions_handler_decides_before_the_scope()
    {
        await using var pair = await CreateAsync(ServerScope.Stores, isSqlite: true, SyncRole.Leaf);
        string[] texts = ["take", "keep", "merge", "delete", "leave"];
        for (var id = 1; id <= texts.Length; id++)
        {
            await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (@id, @text)""", ("@id", id), ("@text", "hub"));
        }

        var settings = new SessionSettings { Side = SyncSide.Server, ConflictHandler = new TextualHandler() };
        await using var session = (PeerSession)await pair.HubStore.OpenSessionAsync(settings, default);
        var leaf = new LeafState(SyncEnvironment.Default.NewReplicaId(), default, 0, 0, 0, ServerScope.Definition.Fingerprint);
        await session.WelcomeAsync(leaf, default);
        foreach (var text in new[] { "throw", "move" })
        {
            var failed = await Assert.ThrowsAsync<SyncException>(async () => await session.AcceptAsync(leaf, Batch(["take", text]), default));
            Assert.Equal(SyncErrorCode.ConflictHandlerFailed, failed.Code);
            Assert.Equal(["1|hub", "2|hub", "3|hub", "4|hub", "5|hub"], await pair.Hub.RowsAsync(Content));
        }

        var answer = await session.AcceptAsync(leaf, Batch(texts), default);

        Assert.Equal(["1|take", "2|hub", "3|hub and merge", "5|hub"], await pair.Hub.RowsAsync(Content));
        Assert.Equal(
            [(1, EditOutcome.Accepted), (2, EditOutcome.Replaced), (3, EditOutcome.Replaced), (4, EditOutcome.Removed), (5, EditOutcome.Replaced)],
            answer.Tables.Cast<TableAnswers<Entry>>().Single().Answers.OrderBy(one => one.Edit).Select(one => (one.Edit, one.Outcome)));
        Assert.Equal(
            [ConflictOutcome.Incoming, ConflictOutcome.Local, ConflictOutcome.Merged, ConflictOutcome.Deleted, ConflictOutcome.Local],
            answer.Result.Notes.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => note.Outcome!.Value));
    }

    private static EditBatch Batch(IReadOnlyList<string> texts)
    {
        var table = new TableEdits<Entry>(ServerScope.Definition.Tables.OfType<SyncTable<Entry>>().Single());
        table.Edits.AddRange(texts.Select((text, i) => new RowEdit<Entry>(new Entry { Id = i + 1, Text = text }, IsDeleted: false, i + 1, Time: 1, Anchor: 0)));
        return new EditBatch([table], texts.Count, 0);
    }

    /// <summary>A store tells operators what it holds and what became of it, and counts no further than it must.</summary>
    [SpecificationFact]
    public virtual async Task A_store_tells_of_its_rows_conflicts_and_identity()
    {
        await using var pair = await CreateAsync(ServerScope.Stores, isSqlite: true, SyncRole.Peer);
        await WriteAsync(pair.Hub, "insert", "old");
        await pair.SettleAsync();
        foreach (var text in new[] { "one", "two" })
        {
            await WriteAsync(pair.Hub, "update", "hub " + text);
            await WriteAsync(pair.Client, "update", "client " + text);
            await pair.SettleAsync();
        }

        await WriteAsync(pair.Hub, "update", "later");

        Assert.True(await pair.HubStore.CheckAsync());
        var report = await pair.HubStore.InspectAsync(most: 1);
        var table = Assert.Single(report.Tables);
        Assert.True(report.IsProvisioned);
        Assert.False(report.Identity.IsNone);
        Assert.True(report.Tick > 1);
        Assert.Equal((1, 1, 1), (table.Rows, table.Tracked, table.Logged));
        Assert.Equal((2, 0), (report.Conflicts, report.Waiting));
        Assert.Contains("client two", Assert.Single(report.LatestConflicts).Loser, StringComparison.Ordinal);
        Assert.Empty(report.OldestWaiting);
    }

    /// <summary>A look at a store that is not provisioned says so, and leaves it as it is.</summary>
    [SpecificationFact]
    public virtual async Task A_look_provisions_nothing()
    {
        await using var pair = await CreateAsync(ServerScope.Stores, isSqlite: true, SyncRole.Peer);
        await pair.HubStore.DeprovisionAsync();

        Assert.False(await pair.HubStore.CheckAsync());
        Assert.False((await pair.HubStore.InspectAsync()).IsProvisioned);
        Assert.False(await pair.HubStore.CheckAsync());
    }

    private async Task RunAsync(ConflictPolicy policy, SyncRole role, string hub, string client, bool clientWins)
    {
        await using var pair = await CreateAsync(ScopeOf(policy), isSqlite: true, role);
        if (hub != "insert")
        {
            await WriteAsync(pair.Hub, "insert", "old");
            await pair.SettleAsync();
        }

        await WriteAsync(pair.Hub, hub, "hub");
        await Task.Delay(20);
        await WriteAsync(pair.Client, client, "client");

        var result = await pair.SyncAsync();
        await pair.SettleAsync();

        Assert.True(result.HasConflicts);
        var (winner, text) = clientWins ? (client, "client") : (hub, "hub");
        await pair.AssertBothAsync(Content, winner == "delete" ? [] : [$"1|{text}"]);
        var loser = Assert.Single(await LoserAsync(pair.HubStore, pair.ClientStore));
        var (lost, lostText) = clientWins ? (hub, "hub") : (client, "client");
        Assert.Equal(lost == "delete", loser.Loser is null);
        if (lost != "delete")
        {
            Assert.Contains($"\"{lostText}\"", loser.Loser, StringComparison.Ordinal);
        }
    }

    private static async Task<List<LoggedConflict>> LoserAsync(params SyncProvider[] stores)
    {
        var all = new List<LoggedConflict>();
        foreach (var store in stores)
        {
            all.AddRange(await ((RelationalProvider)store).ReadConflictsAsync());
        }

        return all;
    }

    private static Task WriteAsync(StoreDatabase database, string what, string text) => database.ExecuteAsync(
        what switch
        {
            "insert" => """INSERT INTO "Entry" ("Id", "Text") VALUES (1, @text)""",
            "update" => """UPDATE "Entry" SET "Text" = @text WHERE "Id" = 1""",
            _ => """DELETE FROM "Entry" WHERE "Id" = 1 AND @text <> '' """,
        },
        ("@text", text));
}
