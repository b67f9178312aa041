using System.Globalization;
using System.Text;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>A table that rows are inserted into, many with one statement: the application's own, or a temporary one.</summary>
internal sealed class MySqlStage : RelationalStage
{
    /// <summary>How many values go with one statement: its text is to stay below the least that servers accept, 1 MiB, values aside.</summary>
    private const int ValuesMax = 4_000;

    /// <summary>How many bytes the values of one statement have at most, a single row aside.</summary>
    private const int BytesMax = 512 * 1024;

    private readonly MySqlStoreConnection _connection;
    private readonly SyncTable _table;
    private readonly string? _create;
    private readonly string _insert;
    private readonly int[] _sent;
    private readonly FieldValue[] _values;
    private readonly FieldWriter _writer;
    private readonly List<object> _waiting = [];
    private readonly Dictionary<int, MySqlCommand> _inserts = [];
    private long _bytes;
    private WriteOutcome _outcome;

    public MySqlStage(MySqlStoreConnection connection, SyncTable table, int ordinal, IReadOnlyList<string> types)
    {
        _connection = connection;
        _table = table;
        Name = $"syncgen_stage_{ordinal.ToString(CultureInfo.InvariantCulture)}";
        _values = new FieldValue[types.Count + Fields.Count];
        _writer = new FieldWriter(_values);
        var columns = types.Select((type, i) => $"c{i.ToString(CultureInfo.InvariantCulture)} {type} NULL")
            .Concat(Fields.Select(field => field switch
            {
                "n" => "n int NOT NULL PRIMARY KEY",
                "replica" or "base_replica" or "author" or "deleted" => field + " int NULL",
                _ => field + " bigint NULL",
            }));
        _create = $"CREATE TEMPORARY TABLE IF NOT EXISTS {Name} ({string.Join(", ", columns)}) ENGINE = InnoDB; DELETE FROM {Name}";
        _insert = $"INSERT INTO {Name} VALUES ";
        _sent = [.. Enumerable.Range(0, _values.Length)];
    }

    /// <summary>The application's table itself.</summary>
    public MySqlStage(MySqlStoreConnection connection, SyncTable table)
    {
        _connection = connection;
        _table = table;
        Name = connection.Dialect.QualifiedName(table);
        _values = new FieldValue[table.Columns.Count + Fields.Count];
        _writer = new FieldWriter(_values);
        _sent = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsComputed)];
        _insert = $"INSERT INTO {Name} ({string.Join(", ", _sent.Select(i => connection.Dialect.Quote(table.Columns[i].Name)))}) VALUES ";
    }

    public override string Name { get; }

    public override RowWriter Row => _writer;

    public override async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        Array.Clear(_values);
        _waiting.Clear();
        _bytes = 0;
        _outcome = new WriteOutcome(0);
        if (_create is not null)
        {
            await _connection.RunAsync(_create, cancellationToken);
        }
    }

    public override async ValueTask AddAsync(CancellationToken cancellationToken)
    {
        if (_outcome.IsRefused)
        {
            return;
        }

        foreach (var i in _sent)
        {
            if (MySqlTypeMap.ToParameter(_values[i]) is not { } value)
            {
                _outcome = new WriteOutcome(0, SyncErrorCode.UnstorableValue,
                    $"Column {ColumnText.ColumnName(_table, i)} cannot hold the value of a row ({_values[i].Kind}). Change the column's type, or the value.");
                return;
            }

            _waiting.Add(value);
            _bytes += _values[i].Size;
        }

        Array.Clear(_values);
        if (_waiting.Count + _sent.Length > ValuesMax || _bytes > BytesMax)
        {
            await SendAsync(cancellationToken);
        }
    }

    public override async ValueTask<WriteOutcome> EndAsync(CancellationToken cancellationToken)
    {
        if (!_outcome.IsRefused && _waiting.Count > 0)
        {
            await SendAsync(cancellationToken);
        }

        _waiting.Clear();
        return _outcome;
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        var rows = _waiting.Count / _sent.Length;
        try
        {
            var insert = InsertOf(rows);
            for (var i = 0; i < _waiting.Count; i++)
            {
                insert.Parameters[i].ResetDbType();
                insert.Parameters[i].Value = _waiting[i];
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (MySqlException exception) when (_connection.RefusalOf(exception, null) is { } refusal)
        {
            _outcome = refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }

        _waiting.Clear();
        _bytes = 0;
    }

    /// <summary>The statement for so many rows; those of full size are kept.</summary>
    private MySqlCommand InsertOf(int rows)
    {
        if (_inserts.TryGetValue(rows, out var kept))
        {
            return kept;
        }

        var text = new StringBuilder(_insert);
        var insert = new MySqlCommand { Connection = _connection.Driver };
        for (var i = 0; i < rows * _sent.Length; i++)
        {
            var parameter = MySqlCommandText.ParameterPrefix + i.ToString(CultureInfo.InvariantCulture);
            text.Append(i % _sent.Length != 0 ? ", " : i == 0 ? "(" : "), (").Append(parameter);
            insert.Parameters.AddWithValue(parameter, null);
        }

        insert.CommandText = text.Append(')').ToString();
        if (rows == ValuesMax / _sent.Length)
        {
            _inserts.Add(rows, insert);
        }

        return insert;
    }
}
