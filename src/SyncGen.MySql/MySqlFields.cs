using System.Globalization;
using MySqlConnector;
using SyncGen.Relational.Servers;
using Value = SyncGen.Relational.Servers.FieldValue;

namespace SyncGen.MySql;

/// <summary>Reads fields from the driver.</summary>
internal static class MySqlFields
{
    /// <summary>Takes all rows that a reader gives, in place of those that were there.</summary>
    public static async ValueTask FillAsync(FetchedRows rows, MySqlDataReader reader, CancellationToken cancellationToken)
    {
        var types = new (Type Type, bool IsDate)[reader.FieldCount];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = (reader.GetFieldType(i), string.Equals(reader.GetDataTypeName(i), "DATE", StringComparison.OrdinalIgnoreCase));
        }

        rows.Begin(types.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = rows.Add();
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Read(reader, i, types[i].Type, types[i].IsDate);
            }
        }
    }

    /// <summary>Reads a field of a type.</summary>
    /// <param name="reader">The driver's reader.</param>
    /// <param name="ordinal">Which field.</param>
    /// <param name="type">The type that the driver gives it.</param>
    /// <param name="isDate">Whether the column is a date without a time, for which the driver has the same type.</param>
    private static Value Read(MySqlDataReader reader, int ordinal, Type type, bool isDate)
    {
        if (reader.IsDBNull(ordinal))
        {
            return Value.Null;
        }

        try
        {
            return Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => Value.Of(reader.GetBoolean(ordinal)),
                TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 => Value.Of(reader.GetInt64(ordinal)),
                TypeCode.UInt64 => OfUnsigned(reader.GetUInt64(ordinal)),
                TypeCode.Single => Value.Of((double)reader.GetFloat(ordinal)),
                TypeCode.Double => Value.Of(reader.GetDouble(ordinal)),
                TypeCode.Decimal => Value.Of(Exact(reader.GetMySqlDecimal(ordinal).ToString())),
                TypeCode.String => Value.Of(reader.GetString(ordinal)),
                TypeCode.DateTime => isDate ? Value.Of(reader.GetDateOnly(ordinal)) : Value.Of(reader.GetDateTime(ordinal)),
                _ when type == typeof(TimeSpan) => Value.Of(reader.GetTimeSpan(ordinal)),
                _ when type == typeof(Guid) => Value.Of(reader.GetGuid(ordinal)),
                _ when type == typeof(byte[]) => Value.Of(reader.GetFieldValue<byte[]>(ordinal)),
                _ => Value.Unreadable($"a value of type {reader.GetDataTypeName(ordinal)}"),
            };
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or FormatException or ArgumentOutOfRangeException)
        {
            // Such as a decimal of 60 digits, or the date 0000-00-00.
            return Value.Unreadable($"a value of type {reader.GetDataTypeName(ordinal)}");
        }
    }

    private static Value OfUnsigned(ulong value) => value <= long.MaxValue ? Value.Of((long)value) : Value.Of((decimal)value);

    // The database fills a number up with zeros to the column's scale; they say nothing.
    private static decimal Exact(string digits) =>
        decimal.Parse(digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits, NumberStyles.Number, CultureInfo.InvariantCulture);
}
