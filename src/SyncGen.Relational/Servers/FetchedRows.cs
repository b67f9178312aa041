namespace SyncGen.Relational.Servers;

/// <summary>Rows that were fetched: the connection is free for other statements while they are read. Not thread-safe.</summary>
public sealed class FetchedRows
{
    private FieldValue[] _values = [];
    private int _width;
    private int _count;
    private int _next;

    /// <summary>How many rows were fetched.</summary>
    public int Count => _count;

    /// <summary>Begins to take rows, in place of those that were here.</summary>
    /// <param name="width">How many fields a row has.</param>
    public void Begin(int width)
    {
        Clear();
        _width = width;
    }

    /// <summary>Adds a row; answers where its fields are to be put before the next is added.</summary>
    public Span<FieldValue> Add()
    {
        var first = _count * _width;
        if (first + _width > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(first + _width, _values.Length * 2));
        }

        _count++;
        return _values.AsSpan(first, _width);
    }

    /// <summary>Goes to the next row; answers whether there is one.</summary>
    public bool TryNext(out ReadOnlyMemory<FieldValue> row)
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
    /// <param name="columns">Their ordinals.</param>
    /// <param name="into">Takes them, in this order.</param>
    public void CopyLast(IReadOnlyList<int> columns, Span<FieldValue> into)
    {
        ArgumentNullException.ThrowIfNull(columns);
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
