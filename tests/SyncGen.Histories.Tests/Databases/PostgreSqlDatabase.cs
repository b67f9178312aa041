using System.Data.Common;
using Npgsql;
using SyncGen.Histories.Tests.Model;
using SyncGen.PostgreSql;
using SyncGen.Providers;
using SyncGen.Testing.Servers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgreSqlDatabase : ServerDatabase
{
    private readonly string _connectionString;

    public PostgreSqlDatabase(TestDatabase place, DatabasePool pool)
        : base(place, pool, new NpgsqlConnection(ConnectionStringOf(place)))
    {
        _connectionString = ConnectionStringOf(place);
        // Applications write between the calls of a session, when it holds no row.
        Execute("SET lock_timeout = '5s'");
    }

    public override SyncProvider Open(Policy policy, SyncRole role, SyncEnvironment environment) => policy.PostgreSql(
        _connectionString, new PostgreSqlProviderOptions { Role = role, LockTimeout = TimeSpan.FromSeconds(5), Environment = environment });

    public override IEnumerable<string> Tables() =>
        Names("SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1");

    public override IEnumerable<string> ColumnsOf(string table) => Names(
        "SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = @p1 ORDER BY ordinal_position", table);

    // A statement that is refused ends the transaction, but for what was before a savepoint.
    public override bool TryExecute(string sql, params object?[] values)
    {
        Execute("SAVEPOINT statement");
        var isTaken = base.TryExecute(sql, values);
        Execute(isTaken ? "RELEASE statement" : "ROLLBACK TO statement");
        return isTaken;
    }

    public override string Upsert(string table, string column) =>
        $"""INSERT INTO "{table}" ("Key", "Value", "{column}") VALUES (@p1, @p2, @p3) ON CONFLICT ("Key") DO UPDATE SET "Value" = excluded."Value", "{column}" = excluded."{column}" """;

    public override string Replace(string table, string column) => Upsert(table, column);

    public override string InsertIfMissing(string table) => $"""INSERT INTO "{table}" ("Key", "Value") VALUES (@p1, @p2) ON CONFLICT DO NOTHING""";

    public override IEnumerable<string> RefusalTriggers(string table, int residues) =>
    [
        $"""
        CREATE FUNCTION refuse_write_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW."Value" % {residues} = (SELECT written FROM refusal) THEN RAISE EXCEPTION 'refused'; END IF;
          RETURN NEW;
        END $$
        """,
        $"""
        CREATE FUNCTION refuse_delete_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD."Key"::integer = (SELECT deleted FROM refusal) THEN RAISE EXCEPTION 'refused'; END IF;
          RETURN OLD;
        END $$
        """,
        $"""CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_write_{table}()""",
        $"""CREATE TRIGGER refuse_delete BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_delete_{table}()""",
    ];

    // Integrity constraints, and what a trigger raises.
    protected override bool IsRefusal(DbException exception) =>
        exception is PostgresException { SqlState: ['2', '3', ..] or PostgresErrorCodes.RaiseException };

    // Without a pool, so that nobody is connected when the database is emptied.
    private static string ConnectionStringOf(TestDatabase place) => place.ConnectionString + ";Pooling=false;Include Error Detail=true";
}
