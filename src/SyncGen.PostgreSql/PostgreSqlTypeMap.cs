using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Kind = SyncGen.PostgreSql.PostgreSqlValueKind;

namespace SyncGen.PostgreSql;

/// <summary>Makes of a value what a column of a certain type takes.</summary>
internal static class PostgreSqlTypeMap
{
    /// <summary>A parameter of a type that holds a value, the former one if it fits; null if the type cannot take the value.</summary>
    public static NpgsqlParameter? ToParameter(in PostgreSqlValue value, uint type, NpgsqlParameter? former)
    {
        if (value.IsNull)
        {
            return new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown };
        }

        return type switch
        {
            PostgreSqlTypes.Boolean => ToBoolean(value) is { } b ? Of(b, NpgsqlDbType.Boolean, former) : null,
            PostgreSqlTypes.SmallInt => ToInteger(value, short.MinValue, short.MaxValue) is { } n ? Of((short)n, NpgsqlDbType.Smallint, former) : null,
            PostgreSqlTypes.Integer => ToInteger(value, int.MinValue, int.MaxValue) is { } n ? Of((int)n, NpgsqlDbType.Integer, former) : null,
            PostgreSqlTypes.BigInt => ToInteger(value, long.MinValue, long.MaxValue) is { } n ? Of(n, NpgsqlDbType.Bigint, former) : null,
            PostgreSqlTypes.Numeric => ToNumber(value) is { } n ? Of(n, NpgsqlDbType.Numeric, former) : null,
            PostgreSqlTypes.Real => ToReal(value) is { } r ? Of((float)r, NpgsqlDbType.Real, former) : null,
            PostgreSqlTypes.Double => ToReal(value) is { } r ? Of(r, NpgsqlDbType.Double, former) : null,
            PostgreSqlTypes.Uuid => ToGuid(value) is { } g ? Of(g, NpgsqlDbType.Uuid, former) : null,
            PostgreSqlTypes.Bytea => value.Kind == Kind.Binary ? Of(value.AsBinary, NpgsqlDbType.Bytea, former) : null,
            PostgreSqlTypes.Timestamp => ToDateTime(value) is { } t ? Of(t, NpgsqlDbType.Timestamp, former) : null,
            PostgreSqlTypes.TimestampTz => ToDateTime(value) is { } t
                ? Of(DateTime.SpecifyKind(t, DateTimeKind.Utc), NpgsqlDbType.TimestampTz, former) : null,
            PostgreSqlTypes.Date => ToDate(value) is { } d ? Of(d, NpgsqlDbType.Date, former) : null,
            PostgreSqlTypes.Time => value.Kind == Kind.Time ? Of(value.AsTime, NpgsqlDbType.Time, former) : null,
            PostgreSqlTypes.Interval => value.Kind == Kind.Interval ? Of(value.AsInterval, NpgsqlDbType.Interval, former) : null,
            // Text of any kind, JSON, an enumeration, a type of an extension: the database itself reads the text.
            _ => ToText(value) is { } text ? Of(text, NpgsqlDbType.Unknown, former) : null,
        };
    }

    private static NpgsqlParameter Of<T>(T value, NpgsqlDbType type, NpgsqlParameter? former)
    {
        if (former is NpgsqlParameter<T> same && same.NpgsqlDbType == type)
        {
            same.TypedValue = value;
            return same;
        }

        return new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
    }

    private static bool? ToBoolean(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Boolean => value.AsBoolean,
        Kind.Integer when value.AsInteger is 0 or 1 => value.AsInteger == 1,
        _ => null,
    };

    private static long? ToInteger(in PostgreSqlValue value, long least, long greatest)
    {
        var number = value.Kind switch
        {
            Kind.Integer => value.AsInteger,
            Kind.Boolean => value.AsBoolean ? 1 : 0,
            Kind.Number when decimal.Truncate(value.AsNumber) == value.AsNumber
                && value.AsNumber is >= long.MinValue and <= long.MaxValue => (long)value.AsNumber,
            _ => (long?)null,
        };
        return number >= least && number <= greatest ? number : null;
    }

    private static decimal? ToNumber(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Number => value.AsNumber,
        Kind.Integer => value.AsInteger,
        _ => null,
    };

    private static double? ToReal(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Real => value.AsReal,
        Kind.Integer => value.AsInteger,
        Kind.Number => (double)value.AsNumber,
        _ => null,
    };

    private static Guid? ToGuid(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Guid => value.AsGuid,
        Kind.Text when Guid.TryParse(value.AsText, out var parsed) => parsed,
        _ => null,
    };

    private static DateTime? ToDateTime(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.DateTime => value.AsDateTime,
        Kind.Moment => DateTime.SpecifyKind(value.AsMoment.UtcDateTime, DateTimeKind.Unspecified),
        Kind.Date => value.AsDate.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };

    private static DateOnly? ToDate(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Date => value.AsDate,
        Kind.DateTime when value.AsDateTime.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(value.AsDateTime),
        _ => null,
    };

    private static string? ToText(in PostgreSqlValue value) => value.Kind switch
    {
        Kind.Text => IsStorable(value.AsText) ? value.AsText : null,
        Kind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
        Kind.Number => value.AsNumber.ToString(CultureInfo.InvariantCulture),
        Kind.Real => value.AsReal.ToString("R", CultureInfo.InvariantCulture),
        Kind.Boolean => value.AsBoolean ? "true" : "false",
        Kind.Guid => value.AsGuid.ToString(),
        Kind.DateTime => value.AsDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Kind.Moment => value.AsMoment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        Kind.Date => value.AsDate.ToString("O", CultureInfo.InvariantCulture),
        Kind.Time => value.AsTime.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Kind.Interval => value.AsInterval.ToString("c", CultureInfo.InvariantCulture),
        _ => null,
    };

    // PostgreSQL's text has no NUL, and UTF-8 no half of a surrogate pair.
    private static bool IsStorable(string text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
