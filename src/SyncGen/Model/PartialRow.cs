namespace SyncGen.Model;

/// <summary>Reads a row of whose columns some are not there.</summary>
internal static class PartialRow
{
    public static TRow Read<TRow>(SyncTable<TRow> table, JsonRowReader json)
        where TRow : class
    {
        var values = RowDefaults.Of(table);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (json.Has(i) || i < table.KeyLength)
            {
                json.CopyTo(i, table.Columns[i].Type, table.Columns[i].IsNullable, values.Writer, i);
            }
        }

        return table.Read(values);
    }
}
