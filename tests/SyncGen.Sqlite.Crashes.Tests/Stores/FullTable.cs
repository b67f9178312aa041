using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>A database whose tables were full of rows before it was ever provisioned.</summary>
internal sealed class FullTable(string folder, SyncRole role)
{
    private const int Rows = 600;

    private List<string> _complete = [];
    private List<string> _without = [];

    private string File => PathOf(folder, role);

    public static string PathOf(string folder, SyncRole role) => Path.Combine(folder, $"full {role}.db");

    /// <summary>Makes it, and sees how it is when it is provisioned and when it is not.</summary>
    public async Task CreateAsync(string journalMode)
    {
        using var file = new StoreFile(File);
        file.CreateTables(journalMode);
        _without = SchemaOf(file);
        await using var provider = StoreProvider.Open(File, role);
        await provider.ProvisionAsync();
        _complete = SchemaOf(file);
        await provider.DeprovisionAsync();
        file.Execute("BEGIN");
        for (var i = 1L; i <= Rows; i++)
        {
            file.Execute("INSERT INTO Box VALUES (@id, @id, @filling)", ("@id", i), ("@filling", RowWrite.FillingOf(i)));
            file.Execute("INSERT INTO Slip VALUES (10 * @id, @id, @id, @filling)", ("@id", i), ("@filling", RowWrite.FillingOf(i)));
        }

        file.Execute("COMMIT");
    }

    /// <summary>After a crash: provisioning is there or it is not, its repetition completes it, and nothing is forgotten.</summary>
    public async Task CheckAsync(int step)
    {
        using var file = new StoreFile(File);
        Invariants.Check(file);
        RequireRows(file, step - 1);
        var schema = SchemaOf(file);
        var isComplete = schema.SequenceEqual(_complete);
        var lacksTrigger = schema.Count == _complete.Count - 1 && _complete.Except(schema).All(line => line.StartsWith("trigger|", StringComparison.Ordinal));
        if (!isComplete && !lacksTrigger && !schema.SequenceEqual(_without))
        {
            throw new CrashException($"Half provisioned: of {_complete.Count} objects there are {schema.Count}, not in the right form: {string.Join("; ", schema.Except(_complete).Concat(_complete.Except(schema)).Take(5))}");
        }

        await using (var provider = StoreProvider.Open(File, role))
        {
            await provider.ProvisionAsync();
            if (!SchemaOf(file).SequenceEqual(_complete))
            {
                throw new CrashException($"Provisioning again did not complete it: {string.Join("; ", SchemaOf(file).Except(_complete).Concat(_complete.Except(SchemaOf(file))).Take(5))}");
            }

            // Each step leaves its mark in one row, which is tracked like any application's write.
            file.Execute("""UPDATE Box SET "Write" = @write, Filling = @filling WHERE Id = 1""", ("@write", WriteOf(step)), ("@filling", RowWrite.FillingOf(WriteOf(step))));
            await MeetAsync(provider, step);
            await provider.DeprovisionAsync();
        }

        Invariants.Check(file);
        RequireRows(file, step);
        if (!SchemaOf(file).SequenceEqual(_without))
        {
            throw new CrashException($"Deprovisioning left something: {string.Join("; ", SchemaOf(file).Except(_without))}");
        }
    }

    private static long WriteOf(int step) => step < 0 ? 1 : 1_000_000 + step;

    private async Task MeetAsync(SqliteProvider provider, int step)
    {
        var path = Path.Combine(folder, $"partner of {role} {step}.db");
        await using var partner = StoreProvider.Open(path, SyncRole.Peer);
        StoreProvider.RequireCalm(await SyncOrchestrator.Between(provider, partner).SynchronizeAsync());
        using var file = new StoreFile(path);
        Invariants.Check(file);
        RequireRows(file, step);
    }

    private static void RequireRows(StoreFile file, int step)
    {
        var boxes = Enumerable.Range(1, Rows).Select(i => KeyValuePair.Create(new RowKey(false, i), i == 1 ? WriteOf(step) : i));
        var slips = Enumerable.Range(1, Rows).Select(i => KeyValuePair.Create(new RowKey(true, 10 * i), (long)i));
        var expected = boxes.Concat(slips).ToList();
        var actual = file.ReadRows();
        if (!actual.SequenceEqual(expected))
        {
            throw new CrashException($"The full table has other rows: {Ledger.Difference(expected, actual)}");
        }
    }

    private static List<string> SchemaOf(StoreFile file) => file.Rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
}
