using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Reads, writes, compares and hashes random rows with a table's emitted code.</summary>
internal sealed class CodecCheck(Random random) : ISyncTableVisitor<int>
{
    private const int RowCount = 20;

    /// <summary>Returns how many values were changed and seen to be.</summary>
    public int Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var changes = 0;
        for (var i = 0; i < RowCount; i++)
        {
            var values = table.Columns.Select(c => c.IsNullable && random.Next(3) == 0 ? null : Value(c)).ToArray();
            var row = table.Read(new MemoryRowReader(values));
            var same = table.Read(new MemoryRowReader(values));

            Assert.True(MemoryRow.AreEqual(values, Write(table, row)), $"{table.Name} was not written as it was read");
            Assert.True(table.ContentEquals(row, same));
            Assert.True(table.KeyEquals(row, same));
            Assert.Equal(table.KeyHash(row), table.KeyHash(same));
            CheckKey(table, row, values);
            for (var ordinal = 0; ordinal < values.Length; ordinal++)
            {
                changes += CheckChange(table, row, values, ordinal);
            }
        }

        return changes;
    }

    private static IReadOnlyList<object?> Write<TRow>(SyncTable<TRow> table, TRow row)
        where TRow : class
    {
        var writer = new MemoryRowWriter();
        table.Write(row, writer);
        return writer.Values;
    }

    private static void CheckKey<TRow>(SyncTable<TRow> table, TRow row, object?[] values)
        where TRow : class
    {
        var writer = new MemoryRowWriter();
        table.WriteKey(row, writer);
        Assert.True(MemoryRow.AreEqual(values[..table.KeyLength], writer.Values));
        var bare = table.ReadKey(new MemoryRowReader([.. writer.Values]));
        Assert.True(table.KeyEquals(row, bare));
        Assert.Equal(table.KeyHash(row), table.KeyHash(bare));
    }

    private int CheckChange<TRow>(SyncTable<TRow> table, TRow row, object?[] values, int ordinal)
        where TRow : class
    {
        var changed = values.ToArray();
        changed[ordinal] = table.Columns[ordinal].IsNullable && random.Next(3) == 0 ? null : Value(table.Columns[ordinal]);
        var other = table.Read(new MemoryRowReader(changed));
        var isSame = MemoryRow.AreEqual(values[ordinal], changed[ordinal]);

        Assert.Equal(isSame, table.ContentEquals(row, other));
        Assert.Equal(isSame, table.ContentEquals(other, row));
        Assert.Equal(isSame || ordinal >= table.KeyLength, table.KeyEquals(row, other));
        CheckOrder(table, row, other, values[ordinal], changed[ordinal]);
        return isSame ? 0 : 1;
    }

    /// <summary>Keys that differ by one value are ordered as those are, and the other way round when they are exchanged.</summary>
    private static void CheckOrder<TRow>(SyncTable<TRow> table, TRow row, TRow other, object? value, object? changed)
        where TRow : class
    {
        var order = Math.Sign(table.CompareKeys(row, other));
        var expected = table.KeyEquals(row, other) ? 0 : MemoryRow.Compare(value!, changed!);
        Assert.Equal(expected, order);
        Assert.Equal(-expected, Math.Sign(table.CompareKeys(other, row)));
    }

    // A column that holds an enum by its name holds no other text; members without a name are written as numbers.
    private object Value(SyncColumn column) =>
        column.Name.StartsWith("Named", StringComparison.Ordinal) ? new[] { "A", "B", "77" }[random.Next(3)] : MemoryRow.Value(column.Type, random);
}
