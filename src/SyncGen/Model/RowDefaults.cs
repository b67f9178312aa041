namespace SyncGen.Model;

/// <summary>
/// What stands for values that are not known: null, or where that may not be the type's zero, of a text what its column has for it. Where a
/// column cannot have that, as one with a converter, it is what the entity class has of itself.
/// </summary>
internal static class RowDefaults
{
    public static RowValues Of<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var zeros = new RowValues(table.Columns.Count);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (!table.Columns[i].IsNullable)
            {
                SetZero(zeros, i, table.Columns[i]);
            }
        }

        return CanBe(() => table.Read(zeros)) ? zeros : Mended(table, zeros);
    }

    // The same that a table's rows have in a column which a migration adds.
    private static void SetZero(RowValues values, int ordinal, SyncColumn column)
    {
        if (column.Type == SyncType.String)
        {
            values.Writer.SetString(ordinal, column.EmptyText);
        }
        else
        {
            values.SetZero(ordinal, column.Type);
        }
    }

    // Each column is looked at with all others as the class has them.
    private static RowValues Mended<TRow>(SyncTable<TRow> table, RowValues zeros)
        where TRow : class
    {
        var own = new RowValues(table.Columns.Count);
        if (!CanBe(() => table.Write(table.ReadKey(zeros), own.Writer)))
        {
            return zeros;
        }

        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (i < table.KeyLength || own.IsNull(i))
            {
                own.Set(i, zeros, i);
            }
        }

        var defaults = new RowValues(table.Columns.Count);
        var kept = new RowValues(1);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            kept.Set(0, own, i);
            own.Set(i, zeros, i);
            var fits = CanBe(() => table.Read(own));
            own.Set(i, kept, 0);
            defaults.Set(i, fits ? zeros : own, i);
        }

        return defaults;
    }

    // A converter of the application may throw what it likes over a value that it never wrote.
    private static bool CanBe(Action attempt)
    {
        try
        {
            attempt();
            return true;
        }
        catch (Exception error) when (error is SyncException or FormatException or ArgumentException or InvalidOperationException
            or InvalidCastException or OverflowException or NullReferenceException or KeyNotFoundException)
        {
            return false;
        }
    }
}
