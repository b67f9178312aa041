using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.Relational.Servers;
using Value = SyncGen.Relational.Servers.FieldValue;

namespace SyncGen.SqlServer;

/// <summary>Reads fields from the driver.</summary>
internal static class SqlServerFields
{
    /// <summary>Takes all rows that a reader gives, in place of those that were there.</summary>
    public static async ValueTask FillAsync(FetchedRows rows, SqlDataReader reader, CancellationToken cancellationToken)
    {
        var types = new (Type Type, string Name)[reader.FieldCount];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = (reader.GetFieldType(i), reader.GetDataTypeName(i));
        }

        rows.Begin(types.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = rows.Add();
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Read(reader, i, types[i].Type, types[i].Name);
            }
        }
    }

    /// <summary>Reads a field of a type.</summary>
    /// <param name="reader">The driver's reader.</param>
    /// <param name="ordinal">Which field.</param>
    /// <param name="type">The type that the driver gives it.</param>
    /// <param name="name">The type's name, which tells apart what the driver gives one type.</param>
    private static Value Read(SqlDataReader reader, int ordinal, Type type, string name)
    {
        if (reader.IsDBNull(ordinal))
        {
            return Value.Null;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Value.Of(reader.GetBoolean(ordinal)),
            TypeCode.Byte => Value.Of((long)reader.GetByte(ordinal)),
            TypeCode.Int16 => Value.Of((long)reader.GetInt16(ordinal)),
            TypeCode.Int32 => Value.Of((long)reader.GetInt32(ordinal)),
            TypeCode.Int64 => Value.Of(reader.GetInt64(ordinal)),
            TypeCode.Single => Value.Of((double)reader.GetFloat(ordinal)),
            TypeCode.Double => Value.Of(reader.GetDouble(ordinal)),
            TypeCode.Decimal when name is "money" or "smallmoney" => OfNumber(reader.GetDecimal(ordinal).ToString(CultureInfo.InvariantCulture)),
            TypeCode.Decimal => OfNumber(reader.GetSqlDecimal(ordinal).ToString()),
            TypeCode.String => Value.Of(reader.GetString(ordinal)),
            TypeCode.DateTime when name == "date" => Value.Of(DateOnly.FromDateTime(reader.GetDateTime(ordinal))),
            TypeCode.DateTime => Value.Of(reader.GetDateTime(ordinal)),
            _ when type == typeof(DateTimeOffset) => Value.Of(reader.GetDateTimeOffset(ordinal)),
            _ when type == typeof(TimeSpan) => Value.Of(TimeOnly.FromTimeSpan(reader.GetTimeSpan(ordinal))),
            _ when type == typeof(Guid) => Value.Of(reader.GetGuid(ordinal)),
            _ when type == typeof(byte[]) => Value.Of(reader.GetFieldValue<byte[]>(ordinal)),
            _ => Value.Unreadable($"a value of type {name}"),
        };
    }

    // The database fills a number up with zeros to the column's scale; they say nothing, and .NET's decimal may lack room for them.
    private static Value OfNumber(string digits) => decimal.TryParse(
        digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? Value.Of(number)
        : Value.Unreadable($"the number {digits}");
}
