using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>Tells whether what a session must know of a schema is still the same: each session asks, so that it has to be cheap.</summary>
internal sealed class SqlServerFingerprint(SqlServerStoreConnection connection, SyncScope scope)
{
    /// <summary>
    /// A text that is another one when the scope's tables are, or the database's triggers and foreign keys. All in one batch, as rows
    /// whose values are summed up here: what the server's own sums tell apart is too little.
    /// </summary>
    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        var tables = scope.Tables.Select(connection.Dialect.QualifiedName).Append(connection.Dialect.Quote(new ScopeNames(scope.Name, connection.Dialect).State));
        var ids = string.Join(", ", tables.Select(name => $"OBJECT_ID(N'{name.Replace("'", "''", StringComparison.Ordinal)}')"));
        var rows = await connection.Schema.QueryAsync(
            $"""
            SELECT DB_ID(), SCHEMA_NAME(), snapshot_isolation_state FROM sys.databases WHERE database_id = DB_ID();
            SELECT object_id, column_id, name, system_type_id, user_type_id, max_length, precision, scale, collation_name, is_nullable, is_identity, is_computed, default_object_id
            FROM sys.columns WHERE object_id IN ({ids}) ORDER BY object_id, column_id;
            SELECT i.object_id, i.index_id, i.name, i.is_disabled, i.has_filter, k.key_ordinal, k.column_id
            FROM sys.indexes AS i JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id
            WHERE i.is_unique = 1 AND i.object_id IN ({ids}) ORDER BY i.object_id, i.index_id, k.index_column_id;
            SELECT user_type_id, name FROM sys.table_types ORDER BY user_type_id;
            SELECT object_id, parent_id, name, is_disabled, modify_date FROM sys.triggers WHERE parent_id <> 0 ORDER BY object_id;
            SELECT object_id, parent_object_id, referenced_object_id, delete_referential_action, update_referential_action, is_disabled FROM sys.foreign_keys ORDER BY object_id;
            """,
            null,
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))),
            cancellationToken);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
    }
}
