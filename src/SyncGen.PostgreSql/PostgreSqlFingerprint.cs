using Npgsql;
using NpgsqlTypes;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>Tells whether what a session must know of a schema is still the same: each session asks, so that it has to be cheap.</summary>
internal sealed class PostgreSqlFingerprint(PostgreSqlStoreConnection connection, SyncScope scope)
{
    // The tables themselves, those that foreign keys lead to from there however far, since a cascade may come back or set off
    // a trigger, and the parents of all these. Other tables of the database cost nothing.
    private const string Query =
        """
        WITH RECURSIVE reached (oid) AS (
          SELECT to_regclass(name)::oid FROM unnest($1) AS name
          UNION
          SELECT f.conrelid FROM reached JOIN pg_constraint f ON f.confrelid = reached.oid AND f.contype = 'f'),
        near (oid) AS (
          SELECT oid FROM reached UNION SELECT f.confrelid FROM reached JOIN pg_constraint f ON f.conrelid = reached.oid AND f.contype = 'f')
        SELECT md5(concat_ws('|', current_schema(),
          (SELECT string_agg(concat_ws(' ', c.oid, c.relnamespace, c.relkind, c.relispartition, c.relname), ',' ORDER BY c.oid)
            FROM pg_class c WHERE c.oid = ANY (ARRAY(SELECT oid FROM near))),
          (SELECT string_agg(concat_ws(' ', a.attrelid, a.attnum, a.atttypid, a.atttypmod, a.attcollation, a.attnotnull, a.atthasdef, a.attidentity, a.attgenerated, a.attname), ','
              ORDER BY a.attrelid, a.attnum)
            FROM pg_attribute a WHERE a.attrelid = ANY (ARRAY(SELECT oid FROM near)) AND a.attnum > 0 AND NOT a.attisdropped),
          (SELECT string_agg(concat_ws(' ', t.oid, t.tgenabled, t.tgname), ',' ORDER BY t.oid)
            FROM pg_trigger t WHERE t.tgrelid = ANY (ARRAY(SELECT oid FROM reached)) AND NOT t.tgisinternal),
          (SELECT string_agg(concat_ws(' ', i.indexrelid, i.indisvalid), ',' ORDER BY i.indexrelid)
            FROM pg_index i WHERE i.indrelid = ANY (ARRAY(SELECT oid FROM reached)) AND i.indisunique),
          (SELECT string_agg(concat_ws(' ', f.oid, f.condeferrable, f.conname), ',' ORDER BY f.oid)
            FROM pg_constraint f WHERE f.conrelid = ANY (ARRAY(SELECT oid FROM reached)) AND f.contype = 'f')))
        """;

    private readonly string[] _tables =
        [.. scope.Tables.Select(connection.Dialect.QualifiedName), connection.Dialect.Quote(new ScopeNames(scope.Name, connection.Dialect).State)];

    /// <summary>A text that is another one when the scope's tables, or what goes with them, are.</summary>
    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(Query, connection.Driver);
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = _tables, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            // Planned once for as long as the connection is open: the driver knows the text again.
            await command.PrepareAsync(cancellationToken);
            return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (Exception exception) when (connection.IsDriversError(exception))
        {
            throw connection.Translate(exception);
        }
    }
}
