using Npgsql;
using SyncGen.Relational.Servers;
using Value = SyncGen.Relational.Servers.FieldValue;

namespace SyncGen.PostgreSql;

/// <summary>Reads fields from the driver.</summary>
internal static class PostgreSqlFields
{
    /// <summary>Takes all rows that a reader gives, in place of those that were there.</summary>
    public static async ValueTask FillAsync(FetchedRows rows, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var types = new uint[reader.FieldCount];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = reader.GetDataTypeOID(i);
        }

        rows.Begin(types.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = rows.Add();
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Read(reader, i, types[i]);
            }
        }
    }

    /// <summary>Reads a field of a type.</summary>
    private static Value Read(NpgsqlDataReader reader, int ordinal, uint type)
    {
        if (reader.IsDBNull(ordinal))
        {
            return Value.Null;
        }

        try
        {
            return type switch
            {
                PostgreSqlTypes.Boolean => Value.Of(reader.GetFieldValue<bool>(ordinal)),
                PostgreSqlTypes.SmallInt => Value.Of((long)reader.GetFieldValue<short>(ordinal)),
                PostgreSqlTypes.Integer => Value.Of((long)reader.GetFieldValue<int>(ordinal)),
                PostgreSqlTypes.BigInt => Value.Of(reader.GetFieldValue<long>(ordinal)),
                PostgreSqlTypes.Real => Value.Of((double)reader.GetFieldValue<float>(ordinal)),
                PostgreSqlTypes.Double => Value.Of(reader.GetFieldValue<double>(ordinal)),
                PostgreSqlTypes.Numeric => Value.Of(reader.GetFieldValue<decimal>(ordinal)),
                PostgreSqlTypes.Uuid => Value.Of(reader.GetFieldValue<Guid>(ordinal)),
                PostgreSqlTypes.Bytea => Value.Of(reader.GetFieldValue<byte[]>(ordinal)),
                PostgreSqlTypes.Timestamp => Value.Of(reader.GetFieldValue<DateTime>(ordinal)),
                PostgreSqlTypes.TimestampTz => Value.Of(new DateTimeOffset(reader.GetFieldValue<DateTime>(ordinal))),
                PostgreSqlTypes.Date => Value.Of(reader.GetFieldValue<DateOnly>(ordinal)),
                PostgreSqlTypes.Time => Value.Of(reader.GetFieldValue<TimeOnly>(ordinal)),
                PostgreSqlTypes.Interval => Value.Of(reader.GetFieldValue<TimeSpan>(ordinal)),
                _ => Value.Of(reader.GetFieldValue<string>(ordinal)),
            };
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or ArgumentOutOfRangeException)
        {
            // Such as a numeric of 100 digits, an interval of months, a date before the year 1.
            return Value.Unreadable($"a value of type {reader.GetDataTypeName(ordinal)}");
        }
    }
}
