using System.Data.Common;
using Microsoft.Data.Sqlite;
using SyncGen.Histories.Tests.Model;
using SyncGen.Providers;
using SyncGen.Sqlite;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteDatabase(string path) : Database(new SqliteConnection(ConnectionStringOf(path)))
{
    private const int ConstraintError = 19;

    public override bool TakesTablesBeforeProvisioning => true;

    public override SyncProvider Open(Policy policy, SyncRole role, SyncEnvironment environment) => policy.Sqlite(
        ConnectionStringOf(path), new SqliteProviderOptions { Role = role, LockTimeout = TimeSpan.FromSeconds(5), Environment = environment });

    public override IEnumerable<string> Tables() =>
        Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(row => (string)row[0]!);

    public override IEnumerable<string> ColumnsOf(string table) =>
        Rows($"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0]!);

    public override void Begin() => Execute("BEGIN IMMEDIATE");

    public override string Upsert(string table, string column) =>
        $"""INSERT INTO "{table}" ("Key", "Value", "{column}") VALUES (@p1, @p2, @p3) ON CONFLICT ("Key") DO UPDATE SET "Value" = @p2, "{column}" = @p3""";

    public override string Replace(string table, string column) =>
        $"""INSERT OR REPLACE INTO "{table}" ("Key", "Value", "{column}") VALUES (@p1, @p2, @p3)""";

    public override string InsertIfMissing(string table) => $"""INSERT OR IGNORE INTO "{table}" ("Key", "Value") VALUES (@p1, @p2)""";

    public override IEnumerable<string> RefusalTriggers(string table, int residues) =>
    [
        .. new[] { "INSERT", "UPDATE" }.Select(operation => $"""
            CREATE TRIGGER refuse_{operation}_{table} BEFORE {operation} ON "{table}"
            WHEN NEW."Value" % {residues} = (SELECT written FROM refusal) BEGIN SELECT RAISE(ABORT, 'refused'); END
            """),
        $"""
        CREATE TRIGGER refuse_delete_{table} BEFORE DELETE ON "{table}"
        WHEN CAST(OLD."Key" AS INTEGER) = (SELECT deleted FROM refusal) BEGIN SELECT RAISE(ABORT, 'refused'); END
        """,
    ];

    public override long EndOf(string log) => Number($"SELECT coalesce(max(n), 0) FROM {log}");

    public override void SetTimes(string log, long end, long time) => Execute($"UPDATE {log} SET time = @p1 WHERE n > @p2", time, end);

    /// <summary>Chooses the journal.</summary>
    public void Journal(bool isWriteAheadLogged) => Execute($"PRAGMA journal_mode = {(isWriteAheadLogged ? "WAL" : "TRUNCATE")}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Array.ForEach(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"), File.Delete);
    }

    protected override bool IsRefusal(DbException exception) => exception is SqliteException { SqliteErrorCode: ConstraintError };

    // Without a pool, so that a file is closed when it should be.
    private static string ConnectionStringOf(string path) => $"Data Source={path};Pooling=False";
}
