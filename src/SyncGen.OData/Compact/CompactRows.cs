using System.Runtime.InteropServices;
using MessagePack;
using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Compact;

/// <summary>
/// Rows of one table as they travel: what kind each is of, numbers that belong to each, and the values, column by column. A row has all
/// columns, its key's alone, or none.
/// </summary>
internal sealed class CompactRows
{
    private readonly CompactRowWriter? _writer;
    private readonly CompactRowReader? _reader;
    private readonly List<byte> _kinds = [];
    private readonly List<long> _numbers = [];
    private readonly int _width;

    /// <summary>Begins to write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">How many numbers belong to each row.</param>
    public CompactRows(SyncTable table, int width) => (Table, _width, _writer) = (table, width, new CompactRowWriter(table.Columns.Count));

    private CompactRows(SyncTable table, int width, CompactRowReader reader) => (Table, _width, _reader) = (table, width, reader);

    public SyncTable Table { get; }

    public int Count => _kinds.Count;

    public byte Kind(int row) => _kinds[row];

    public ReadOnlySpan<long> Numbers(int row) => CollectionsMarshal.AsSpan(_numbers).Slice(row * _width, _width);

    public void Add<TRow>(SyncTable<TRow> table, TRow row, CompactShape shape, byte kind, params ReadOnlySpan<long> numbers)
        where TRow : class
    {
        _kinds.Add(kind);
        _numbers.AddRange(numbers);
        if (shape == CompactShape.Row)
        {
            table.Write(row, _writer!);
        }
        else if (shape == CompactShape.Key)
        {
            table.WriteKey(row, _writer!);
        }
    }

    /// <summary>Reads the values of the next row.</summary>
    public TRow Read<TRow>(SyncTable<TRow> table, CompactShape shape)
        where TRow : class
    {
        var row = shape == CompactShape.Row ? table.Read(_reader!) : table.ReadKey(_reader!);
        _reader!.Advance(shape == CompactShape.Row ? table.Columns.Count : table.KeyLength);
        return row;
    }

    /// <summary>After the last row: nothing may be left.</summary>
    public void RequireEnd()
    {
        if (!_reader!.IsAtEnd)
        {
            throw Malformed.Of($"Values of {Table.Name} are left when its rows are read.");
        }
    }

    /// <summary>Writes the rows: by the table's ordinal in the scope, since names may come twice. Numbers stand by their distance from those of the row before: most grow in small steps.</summary>
    public void Write(ref MessagePackWriter writer, SyncScope scope)
    {
        writer.WriteArrayHeader(5);
        writer.Write(OrdinalOf(scope, Table));
        writer.WriteArrayHeader(Table.Columns.Count);
        foreach (var column in Table.Columns)
        {
            writer.Write(column.Name);
        }

        writer.Write(_kinds.ToArray());
        var width = Count == 0 ? 0 : _width;
        writer.WriteArrayHeader(width);
        for (var i = 0; i < width; i++)
        {
            writer.WriteArrayHeader(Count);
            for (var row = 0; row < Count; row++)
            {
                writer.Write(unchecked(Numbers(row)[i] - (row == 0 ? 0 : Numbers(row - 1)[i])));
            }
        }

        writer.WriteArrayHeader(Table.Columns.Count);
        for (var i = 0; i < Table.Columns.Count; i++)
        {
            writer.Write(_writer!.Column(i));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="width">How many numbers belong to each row.</param>
    /// <param name="limits">How large a row may be, and its texts; null: as they like.</param>
    /// <param name="rowsMax">How many rows there may be.</param>
    public static CompactRows Read(ref MessagePackReader reader, SyncScope scope, int width, FeedLimits? limits = null, int rowsMax = int.MaxValue)
    {
        CompactValues.RequireArray(ref reader, 5);
        var ordinal = reader.ReadInt32();
        var table = ordinal >= 0 && ordinal < scope.Tables.Count ? scope.Tables[ordinal] : throw Malformed.Of($"The scope {scope.Name} has no table {ordinal}.");
        CompactValues.RequireArray(ref reader, table.Columns.Count);
        foreach (var column in table.Columns)
        {
            if (!string.Equals(reader.ReadString(), column.Name, StringComparison.Ordinal))
            {
                throw Malformed.Of($"The columns of {table.Name} are not those of the model. Bring both sides to the same version of the program.");
            }
        }

        var kinds = CompactValues.ReadBytes(ref reader) ?? [];
        if (kinds.Length > rowsMax)
        {
            // Before anything is kept for each of them.
            throw Malformed.TooLarge($"The batch has more than {limits?.EntriesMax ?? rowsMax} rows. Send smaller ones.");
        }

        var numbers = ReadNumbers(ref reader, kinds.Length, kinds.Length == 0 ? 0 : width);
        CompactValues.RequireArray(ref reader, table.Columns.Count);
        var columns = new ReadOnlyMemory<byte>[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = CompactValues.ReadBytes(ref reader) ?? [];
        }

        var rows = new CompactRows(table, width, new CompactRowReader(table, columns, limits));
        rows._kinds.AddRange(kinds);
        rows._numbers.AddRange(numbers);
        return rows;
    }

    private static int OrdinalOf(SyncScope scope, SyncTable table)
    {
        for (var i = 0; i < scope.Tables.Count; i++)
        {
            if (scope.Tables[i] == table)
            {
                return i;
            }
        }

        throw new ArgumentException($"{table.Name} is no table of the scope {scope.Name}.", nameof(table));
    }

    // A header says no more values than there are bytes left: what is made room for has come.
    private static List<long> ReadNumbers(ref MessagePackReader reader, int rows, int width)
    {
        CompactValues.RequireArray(ref reader, width);
        var numbers = new List<long>();
        for (var i = 0; i < width; i++)
        {
            CompactValues.RequireArray(ref reader, rows);
            CollectionsMarshal.SetCount(numbers, rows * width);
            var span = CollectionsMarshal.AsSpan(numbers);
            for (var (row, before) = (0, 0L); row < rows; row++)
            {
                span[row * width + i] = before = unchecked(reader.ReadInt64() + before);
            }
        }

        return numbers;
    }
}
