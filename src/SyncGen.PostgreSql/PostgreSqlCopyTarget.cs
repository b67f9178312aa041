using Npgsql;
using NpgsqlTypes;

namespace SyncGen.PostgreSql;

/// <summary>Writes a value into a row that is copied in.</summary>
/// <param name="importer">Where to.</param>
/// <param name="type">The column's type.</param>
/// <param name="cancellationToken">Cancels the writing.</param>
internal readonly struct PostgreSqlCopyTarget(NpgsqlBinaryImporter importer, uint type, CancellationToken cancellationToken) : IPostgreSqlTarget<Task>
{
    public Task Take<T>(T value, NpgsqlDbType valueType) => importer.WriteAsync(
        value,
        valueType != NpgsqlDbType.Unknown ? valueType
        : type == PostgreSqlTypes.Json ? NpgsqlDbType.Json
        : type == PostgreSqlTypes.JsonBinary ? NpgsqlDbType.Jsonb
        : NpgsqlDbType.Text,
        cancellationToken);
}
