using System.Data.Common;
using MySqlConnector;
using SyncGen.Histories.Tests.Model;
using SyncGen.MySql;
using SyncGen.Providers;
using SyncGen.Testing.Servers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>A MariaDB or MySQL database.</summary>
internal sealed class MariaDbDatabase : ServerDatabase
{
    private readonly string _connectionString;

    public MariaDbDatabase(TestDatabase place, DatabasePool pool)
        : base(place, pool, new MySqlConnection(ConnectionStringOf(place)))
    {
        _connectionString = ConnectionStringOf(place);
        // Applications write between the calls of a session, when it holds no row.
        Execute("SET SESSION sql_mode = concat(@@sql_mode, ',ANSI_QUOTES'), innodb_lock_wait_timeout = 5");
    }

    public override SyncProvider Open(Policy policy, SyncRole role, SyncEnvironment environment) => policy.MySql(
        _connectionString, new MySqlProviderOptions { Role = role, LockTimeout = TimeSpan.FromSeconds(5), Environment = environment });

    public override IEnumerable<string> Tables() =>
        Names("SELECT table_name FROM information_schema.tables WHERE table_schema = database() ORDER BY 1");

    public override IEnumerable<string> ColumnsOf(string table) => Names(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = database() AND table_name = @p1 ORDER BY ordinal_position", table);

    // Where another row has what is to be unique, the statement would update that one: NULL, which no value may be, refuses it.
    public override string Upsert(string table, string column) => $"""
        INSERT INTO "{table}" ("Key", "Value", "{column}") VALUES (@p1, @p2, @p3)
        ON DUPLICATE KEY UPDATE "Value" = if("Key" = VALUES("Key"), VALUES("Value"), NULL), "{column}" = VALUES("{column}")
        """;

    public override string Replace(string table, string column) => $"""REPLACE INTO "{table}" ("Key", "Value", "{column}") VALUES (@p1, @p2, @p3)""";

    public override string InsertIfMissing(string table) => $"""INSERT IGNORE INTO "{table}" ("Key", "Value") VALUES (@p1, @p2)""";

    public override IEnumerable<string> RefusalTriggers(string table, int residues) =>
    [
        .. new[] { "INSERT", "UPDATE" }.Select(operation => $"""
            CREATE TRIGGER refuse_{operation}_{table} BEFORE {operation} ON "{table}" FOR EACH ROW
            IF NEW."Value" % {residues} = (SELECT written FROM refusal) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'; END IF
            """),
        $"""
        CREATE TRIGGER refuse_delete_{table} BEFORE DELETE ON "{table}" FOR EACH ROW
        IF CAST(OLD."Key" AS SIGNED) = (SELECT deleted FROM refusal) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'; END IF
        """,
    ];

    // Integrity constraints, and what a trigger signals.
    protected override bool IsRefusal(DbException exception) => exception is MySqlException { SqlState: ['2', '3', ..] or "45000" };

    // Without a pool, so that nobody is connected when the database is emptied.
    private static string ConnectionStringOf(TestDatabase place) => place.ConnectionString + ";Pooling=false";
}
