using Npgsql;
using SyncGen.Model;
using SyncGen.Relational.Servers;

namespace SyncGen.PostgreSql;

/// <summary>The parameters of a statement: the types that the database expects, and the values in them.</summary>
internal sealed class PostgreSqlParameters
{
    private readonly PostgreSqlCommandText _text;
    private readonly SyncTable? _table;
    private readonly uint[] _types;

    private PostgreSqlParameters(PostgreSqlCommandText text, SyncTable? table, uint[] types)
    {
        _text = text;
        _table = table;
        _types = types;
    }

    /// <summary>Asks the database which types it expects.</summary>
    public static async ValueTask<PostgreSqlParameters> DescribeAsync(
        NpgsqlConnection connection, PostgreSqlCommandText text, SyncTable? table, CancellationToken cancellationToken)
    {
        if (text.Ordinals.Count == 0)
        {
            return new PostgreSqlParameters(text, table, []);
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("PREPARE syncgen_probe AS " + text.Text));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "SELECT parameter_types::oid[] FROM pg_catalog.pg_prepared_statements WHERE name = 'syncgen_probe'"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("DEALLOCATE syncgen_probe"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new PostgreSqlParameters(text, table, reader.GetFieldValue<uint[]>(0));
    }

    /// <summary>Puts values into a command's parameters.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.UnstorableValue"/>: the type that is expected cannot take one.</exception>
    public void Bind(NpgsqlParameterCollection parameters, FieldValue[] values)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            var ordinal = _text.Ordinals[i];
            var parameter = PostgreSqlTypeMap.ToParameter(values[ordinal], _types[i], i < parameters.Count ? parameters[i] : null)
                ?? throw new SyncException(SyncErrorCode.UnstorableValue,
                    $"Column {ColumnText.ColumnName(_table, ordinal)} cannot hold the value of a row ({values[ordinal].Kind}). Change the column's type, or the value.");
            if (i == parameters.Count)
            {
                parameters.Add(parameter);
            }
            else if (!ReferenceEquals(parameters[i], parameter))
            {
                parameters[i] = parameter;
            }
        }
    }
}
