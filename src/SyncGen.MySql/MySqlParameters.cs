using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>The parameters of a statement, and the values in them.</summary>
internal sealed class MySqlParameters(string sql, SyncTable? table)
{
    private readonly IReadOnlyList<int> _ordinals = MySqlCommandText.OrdinalsIn(sql);

    /// <summary>How many ordinals there are, parameters or not.</summary>
    public int Width => _ordinals.Count == 0 ? 0 : _ordinals[^1] + 1;

    /// <summary>Puts values into a command's parameters.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.UnstorableValue"/>: the database cannot take one.</exception>
    public void Bind(MySqlParameterCollection parameters, FieldValue[] values)
    {
        for (var i = 0; i < _ordinals.Count; i++)
        {
            var ordinal = _ordinals[i];
            var value = MySqlTypeMap.ToParameter(values[ordinal])
                ?? throw new SyncException(SyncErrorCode.UnstorableValue,
                    $"Column {ColumnText.ColumnName(table, ordinal)} cannot hold the value of a row ({values[ordinal].Kind}). Change the column's type, or the value.");
            if (i == parameters.Count)
            {
                parameters.AddWithValue(MySqlDialect.Instance.Parameter(ordinal), value);
            }
            else
            {
                // The type follows the value: NULL in one row and a number in the next.
                parameters[i].ResetDbType();
                parameters[i].Value = value;
            }
        }
    }
}
