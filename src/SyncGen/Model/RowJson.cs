namespace SyncGen.Model;

/// <summary>
/// A row as one JSON object, column names in column order: the form of rows in the conflict log and in quarantine.
/// Without loss for every value of every <see cref="SyncType"/>; the same text on every machine, culture and runtime.
/// Numbers are JSON numbers (integers and decimals with all their digits), NaN and the infinities strings; dates and
/// times strings with seven digits of a second; a local <see cref="DateTime"/> ends in L, one in UTC in Z; binary is
/// base64. Thread-safe.
/// </summary>
public static class RowJson
{
    /// <summary>Writes all columns of a row.</summary>
    public static string Write<TRow>(SyncTable<TRow> table, TRow row)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        var writer = new JsonRowWriter(table.Columns, isKey: false);
        table.Write(row, writer);
        return writer.Finish();
    }

    /// <summary>Writes the columns of a row but for some.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="absent">The columns that are left out; null: none.</param>
    public static string WritePartial<TRow>(SyncTable<TRow> table, TRow row, ColumnSet? absent)
        where TRow : class
    {
        if (absent is null)
        {
            return Write(table, row);
        }

        ArgumentNullException.ThrowIfNull(table);
        var values = new RowValues(table.Columns.Count);
        table.Write(row, values.Writer);
        var writer = new JsonRowWriter(table.Columns, isKey: false);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (absent.Contains(i))
            {
                writer.Skip(i);
            }
            else
            {
                values.CopyTo(i, table.Columns[i].Type, isNullable: true, writer, i);
            }
        }

        return writer.Finish();
    }

    /// <summary>
    /// Writes the key columns of a row. Equal keys give equal text, so values are written in a common form: decimals
    /// without trailing zeros, zero without a sign, <see cref="DateTimeOffset"/> in UTC, <see cref="DateTime"/> without
    /// its kind.
    /// </summary>
    public static string WriteKey<TRow>(SyncTable<TRow> table, TRow row)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        var writer = new JsonRowWriter(table.Columns, isKey: true);
        table.WriteKey(row, writer);
        return writer.Finish();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. A nullable column that is not there is null.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such row.</exception>
    public static TRow Read<TRow>(SyncTable<TRow> table, string json)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        return Guard(table, () => table.Read(Whole(table, new JsonRowReader(table, table.Columns.Count, json), table.Columns.Count)));
    }

    /// <summary>Reads what <see cref="WritePartial"/> wrote.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="json">The row, in which the key must be.</param>
    /// <param name="absent">The columns that are not there, null or nothing in the row; null if all are.</param>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such row.</exception>
    public static TRow ReadPartial<TRow>(SyncTable<TRow> table, string json, out ColumnSet? absent)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        var reader = new JsonRowReader(table, table.Columns.Count, json);
        var missing = Enumerable.Range(table.KeyLength, table.Columns.Count - table.KeyLength).Where(i => !reader.Has(i)).ToList();
        absent = missing.Count == 0 ? null : new ColumnSet(missing);
        return absent is null ? Read(table, json) : Guard(table, () => PartialRow.Read(table, reader));
    }

    /// <summary>Reads what <see cref="WriteKey"/> wrote: a row of which only the key is known.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such key.</exception>
    public static TRow ReadKey<TRow>(SyncTable<TRow> table, string json)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        return Guard(table, () => table.ReadKey(Whole(table, new JsonRowReader(table, table.KeyLength, json), table.KeyLength)));
    }

    // A column that the table got since the row was kept is null in it, if it may be.
    private static JsonRowReader Whole(SyncTable table, JsonRowReader row, int count)
    {
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (row.IsNull(ordinal) && !table.Columns[ordinal].IsNullable)
            {
                throw new SyncException(SyncErrorCode.MalformedData, $"A row of {table.Name} was kept as JSON that is malformed: column {table.Columns[ordinal].Name} has no value");
            }
        }

        return row;
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote under an earlier model: a column is found by its <see cref="SyncColumn.FormerNames"/> too, one
    /// that is gone is left out, and one that was not there is null or empty.
    /// </summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such row.</exception>
    public static TRow ReadFormer<TRow>(SyncTable<TRow> table, string json)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        return ReadPartial(table, FormerRowJson.Renew(table, table.Columns.Count, json), out _);
    }

    /// <summary>
    /// Brings what <see cref="Write"/> or <see cref="WritePartial"/> wrote under an earlier model to the present names, without what is gone. What it
    /// lacks it goes on lacking: read it by <see cref="ReadPartial"/>.
    /// </summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such row.</exception>
    public static string Renew(SyncTable table, string json)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        return FormerRowJson.Renew(table, table.Columns.Count, json);
    }

    /// <summary>Reads what <see cref="WriteKey"/> wrote under an earlier model: key columns are found by their <see cref="SyncColumn.FormerNames"/> too.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such key.</exception>
    public static TRow ReadFormerKey<TRow>(SyncTable<TRow> table, string json)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        return ReadKey(table, FormerRowJson.Renew(table, table.KeyLength, json));
    }

    // A converter of the application may throw what it likes over a value that it never wrote.
    private static TRow Guard<TRow>(SyncTable<TRow> table, Func<TRow> read)
        where TRow : class
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException)
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"A row of {table.Name} was kept as JSON that cannot be read: {error.Message}", error);
        }
    }
}
