using Npgsql;

namespace SyncGen.PostgreSql;

/// <summary>Rows that were fetched: the connection is free for other statements while they are read.</summary>
internal sealed class PostgreSqlRows
{
    private PostgreSqlValue[] _values = [];
    private int _width;
    private int _count;
    private int _next;

    /// <summary>How many rows were fetched.</summary>
    public int Count => _count;

    /// <summary>Takes all rows that a reader gives, in place of those that were here.</summary>
    public async ValueTask FillAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        Clear();
        _width = reader.FieldCount;
        var types = new uint[_width];
        for (var i = 0; i < _width; i++)
        {
            types[i] = reader.GetDataTypeOID(i);
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
                _values[first + i] = PostgreSqlFields.Read(reader, i, types[i]);
            }

            _count++;
        }
    }

    /// <summary>Goes to the next row; answers whether there is one.</summary>
    public bool TryNext(out ReadOnlyMemory<PostgreSqlValue> row)
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

    /// <summary>Lets go of the rows; the room stays.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, _count * _width);
        _count = 0;
        _next = 0;
    }
}
