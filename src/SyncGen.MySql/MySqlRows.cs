using MySqlConnector;

namespace SyncGen.MySql;

/// <summary>Rows that were fetched: the connection is free for other statements while they are read.</summary>
internal sealed class MySqlRows
{
    private MySqlValue[] _values = [];
    private int _width;
    private int _count;
    private int _next;

    /// <summary>How many rows were fetched.</summary>
    public int Count => _count;

    /// <summary>Takes all rows that a reader gives, in place of those that were here.</summary>
    public async ValueTask FillAsync(MySqlDataReader reader, CancellationToken cancellationToken)
    {
        Clear();
        _width = reader.FieldCount;
        var types = new (Type Type, bool IsDate)[_width];
        for (var i = 0; i < _width; i++)
        {
            types[i] = (reader.GetFieldType(i), string.Equals(reader.GetDataTypeName(i), "DATE", StringComparison.OrdinalIgnoreCase));
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            var first = _count * _width;
            if (first + _width > _values.Length)
            {
                Array.Resize(ref _values, Math.Max(first + _width, _values.Length * 2));
            }

            for (var i = 0; i < _width; i++)
            {
                _values[first + i] = MySqlFields.Read(reader, i, types[i].Type, types[i].IsDate);
            }

            _count++;
        }
    }

    /// <summary>Goes to the next row; answers whether there is one.</summary>
    public bool TryNext(out ReadOnlyMemory<MySqlValue> row)
    {
        if (_next == _count)
        {
            row = default;
            return false;
        }

        row = _values.AsMemory(_next * _width, _width);
        _next++;
        return true;
    }

    /// <summary>Copies columns of the last row that was fetched.</summary>
    public void CopyLast(IReadOnlyList<int> columns, MySqlValue[] into)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            into[i] = _values[(_count - 1) * _width + columns[i]];
        }
    }

    /// <summary>Lets go of the rows; the room stays.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, _count * _width);
        _count = 0;
        _next = 0;
    }
}
