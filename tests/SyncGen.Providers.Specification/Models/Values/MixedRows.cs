using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Providers.Specification.Models.Values;

/// <summary>Rows of all types as a program writes them.</summary>
public static class MixedRows
{
    /// <summary>Inserts rows into a SQLite database, whose driver takes values of all types.</summary>
    public static async Task InsertAsync(StoreDatabase database, IEnumerable<Mixed> rows)
    {
        foreach (var row in rows)
        {
            (string Name, object? Value)[] values =
            [
                ("@Id", row.Id), ("@Flag", row.Flag), ("@Tiny", row.Tiny), ("@SignedTiny", row.SignedTiny), ("@Small", row.Small),
                ("@UnsignedSmall", row.UnsignedSmall), ("@Number", row.Number), ("@UnsignedNumber", row.UnsignedNumber), ("@Big", row.Big),
                ("@UnsignedBig", row.UnsignedBig is { } big ? unchecked((long)big) : null), ("@Single", row.Single), ("@Double", row.Double), ("@Exact", row.Exact),
                ("@Text", row.Text), ("@Letter", row.Letter?.ToString()), ("@At", row.At), ("@Moment", row.Moment), ("@Day", row.Day), ("@Time", row.Time),
                ("@Span", row.Span), ("@Mark", row.Mark), ("@Bytes", row.Bytes), ("@Weekday", (int?)row.Weekday),
            ];
            var columns = string.Join(", ", values.Select(value => $"\"{value.Name[1..]}\""));
            await database.ExecuteAsync($"""INSERT INTO "Mixed" ({columns}) VALUES ({string.Join(", ", values.Select(value => value.Name))})""", values);
        }
    }
}
