using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using SyncGen.Relational.Servers;
using Kind = SyncGen.Relational.Servers.FieldKind;

namespace SyncGen.PostgreSql;

/// <summary>Makes of a value what a column of a certain type takes.</summary>
internal static class PostgreSqlTypeMap
{
    /// <summary>A parameter of a type that holds a value, the former one if it fits; null if the type cannot take the value.</summary>
    public static NpgsqlParameter? ToParameter(in FieldValue value, uint type, NpgsqlParameter? former) => value.IsNull
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown }
        : Convert<PostgreSqlParameterTarget, NpgsqlParameter>(value, type, new PostgreSqlParameterTarget(former));

    /// <summary>Writes a value into a row that is copied in; null if the type cannot take the value.</summary>
    public static Task? Copy(in FieldValue value, uint type, NpgsqlBinaryImporter importer, CancellationToken cancellationToken) => value.IsNull
        ? importer.WriteNullAsync(cancellationToken)
        : Convert<PostgreSqlCopyTarget, Task>(value, type, new PostgreSqlCopyTarget(importer, type, cancellationToken));

    private static TResult? Convert<TTarget, TResult>(in FieldValue value, uint type, TTarget target)
        where TTarget : struct, IPostgreSqlTarget<TResult>
        where TResult : class =>
        type switch
        {
            PostgreSqlTypes.Boolean => ToBoolean(value) is { } b ? target.Take(b, NpgsqlDbType.Boolean) : null,
            PostgreSqlTypes.SmallInt => ToInteger(value, short.MinValue, short.MaxValue) is { } n ? target.Take((short)n, NpgsqlDbType.Smallint) : null,
            PostgreSqlTypes.Integer => ToInteger(value, int.MinValue, int.MaxValue) is { } n ? target.Take((int)n, NpgsqlDbType.Integer) : null,
            PostgreSqlTypes.BigInt => ToInteger(value, long.MinValue, long.MaxValue) is { } n ? target.Take(n, NpgsqlDbType.Bigint) : null,
            PostgreSqlTypes.Numeric => ToNumber(value) is { } n ? target.Take(n, NpgsqlDbType.Numeric) : null,
            PostgreSqlTypes.Real => ToReal(value) is { } r ? target.Take((float)r, NpgsqlDbType.Real) : null,
            PostgreSqlTypes.Double => ToReal(value) is { } r ? target.Take(r, NpgsqlDbType.Double) : null,
            PostgreSqlTypes.Uuid => ToGuid(value) is { } g ? target.Take(g, NpgsqlDbType.Uuid) : null,
            PostgreSqlTypes.Bytea => value.Kind == Kind.Binary ? target.Take(value.AsBinary, NpgsqlDbType.Bytea) : null,
            PostgreSqlTypes.Timestamp => ToDateTime(value) is { } t ? target.Take(t, NpgsqlDbType.Timestamp) : null,
            PostgreSqlTypes.TimestampTz => ToDateTime(value) is { } t ? target.Take(DateTime.SpecifyKind(t, DateTimeKind.Utc), NpgsqlDbType.TimestampTz) : null,
            PostgreSqlTypes.Date => ToDate(value) is { } d ? target.Take(d, NpgsqlDbType.Date) : null,
            PostgreSqlTypes.Time => value.Kind == Kind.Time ? target.Take(value.AsTime, NpgsqlDbType.Time) : null,
            PostgreSqlTypes.Interval => value.Kind == Kind.Interval ? target.Take(value.AsInterval, NpgsqlDbType.Interval) : null,
            // Text of any kind, JSON, an enumeration, a type of an extension: the database itself reads the text.
            _ => ToText(value) is { } text ? target.Take(text, NpgsqlDbType.Unknown) : null,
        };

    private static bool? ToBoolean(in FieldValue value) => value.Kind switch
    {
        Kind.Boolean => value.AsBoolean,
        Kind.Integer when value.AsInteger is 0 or 1 => value.AsInteger == 1,
        _ => null,
    };

    private static long? ToInteger(in FieldValue value, long least, long greatest)
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

    private static decimal? ToNumber(in FieldValue value) => value.Kind switch
    {
        Kind.Number => value.AsNumber,
        Kind.Integer => value.AsInteger,
        _ => null,
    };

    private static double? ToReal(in FieldValue value) => value.Kind switch
    {
        Kind.Real => value.AsReal,
        Kind.Integer => value.AsInteger,
        Kind.Number => (double)value.AsNumber,
        _ => null,
    };

    private static Guid? ToGuid(in FieldValue value) => value.Kind switch
    {
        Kind.Guid => value.AsGuid,
        Kind.Text when Guid.TryParse(value.AsText, out var parsed) => parsed,
        _ => null,
    };

    private static DateTime? ToDateTime(in FieldValue value) => value.Kind switch
    {
        Kind.DateTime => value.AsDateTime,
        Kind.Moment => DateTime.SpecifyKind(value.AsMoment.UtcDateTime, DateTimeKind.Unspecified),
        Kind.Date => value.AsDate.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };

    private static DateOnly? ToDate(in FieldValue value) => value.Kind switch
    {
        Kind.Date => value.AsDate,
        Kind.DateTime when value.AsDateTime.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(value.AsDateTime),
        _ => null,
    };

    private static string? ToText(in FieldValue value) => value.Kind switch
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
