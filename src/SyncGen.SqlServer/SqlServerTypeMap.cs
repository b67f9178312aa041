using System.Data;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational.Servers;
using Kind = SyncGen.Relational.Servers.FieldKind;

namespace SyncGen.SqlServer;

/// <summary>Makes parameters of values. Their types follow the values, not the columns; the database makes of them what the column takes, or refuses it.</summary>
internal static class SqlServerTypeMap
{
    /// <summary>How many digits a decimal has at the most.</summary>
    public const byte PrecisionMax = 38;

    // Lengths go in steps, so that not each length has a plan of its own.
    private const int ShortText = 4000;
    private const int ShortBinary = 8000;

    /// <summary>Puts a value into a parameter; answers whether any column could hold it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="model">The column's type by the model; null if there is none.</param>
    /// <param name="live">The column's type in the database, such as <c>time</c>; null if it is not known.</param>
    public static bool TryBind(SqlParameter parameter, in FieldValue value, SyncType? model, string? live)
    {
        switch (value.Kind)
        {
            case Kind.Null:
                Set(parameter, TypeOf(model, live), 0, DBNull.Value);
                return true;
            case Kind.Boolean:
                Set(parameter, SqlDbType.Bit, 0, value.AsBoolean);
                return true;
            case Kind.Integer:
                Set(parameter, SqlDbType.BigInt, 0, value.AsInteger);
                return true;
            case Kind.Real:
                Set(parameter, SqlDbType.Float, 0, value.AsReal);
                return double.IsFinite(value.AsReal);
            case Kind.Number:
                Set(parameter, SqlDbType.Decimal, 0, value.AsNumber);
                return true;
            case Kind.Text:
                Set(parameter, SqlDbType.NVarChar, value.AsText.Length <= ShortText ? ShortText : -1, value.AsText);
                return true;
            case Kind.Binary:
                Set(parameter, SqlDbType.VarBinary, value.AsBinary.Length <= ShortBinary ? ShortBinary : -1, value.AsBinary);
                return true;
            case Kind.Guid:
                Set(parameter, SqlDbType.UniqueIdentifier, 0, value.AsGuid);
                return true;
            case Kind.DateTime:
                Set(parameter, SqlDbType.DateTime2, 0, value.AsDateTime);
                return true;
            case Kind.Moment when live is "datetime2" or "datetime" or "smalldatetime" or "date":
                // Such a column holds moments as they are called in UTC.
                Set(parameter, SqlDbType.DateTime2, 0, value.AsMoment.UtcDateTime);
                return true;
            case Kind.Moment:
                Set(parameter, SqlDbType.DateTimeOffset, 0, value.AsMoment);
                return true;
            case Kind.Date:
                Set(parameter, SqlDbType.Date, 0, value.AsDate.ToDateTime(TimeOnly.MinValue));
                return true;
            case Kind.Time:
                Set(parameter, SqlDbType.Time, 0, value.AsTime.ToTimeSpan());
                return true;
            case Kind.Interval when live == "time":
                Set(parameter, SqlDbType.Time, 0, value.AsInterval);
                return value.AsInterval >= TimeSpan.Zero && value.AsInterval < TimeSpan.FromDays(1);
            case Kind.Interval:
                Set(parameter, SqlDbType.BigInt, 0, value.AsInterval.Ticks);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The type that a column's values have on their way; NULL, too, is converted from it, or refused.</summary>
    /// <param name="model">The column's type by the model; null for the fields that stages have behind a row.</param>
    /// <param name="live">The column's type in the database; null if it is not known.</param>
    public static SqlDbType TypeOf(SyncType? model, string? live) => model switch
    {
        SyncType.Binary => SqlDbType.VarBinary,
        SyncType.Boolean => SqlDbType.Bit,
        SyncType.Single or SyncType.Double => SqlDbType.Float,
        SyncType.Decimal => SqlDbType.Decimal,
        SyncType.Guid => SqlDbType.UniqueIdentifier,
        SyncType.DateTime => SqlDbType.DateTime2,
        SyncType.DateTimeOffset => live is "datetime2" or "datetime" or "smalldatetime" or "date" ? SqlDbType.DateTime2 : SqlDbType.DateTimeOffset,
        SyncType.DateOnly => SqlDbType.Date,
        SyncType.TimeOnly => SqlDbType.Time,
        SyncType.TimeSpan => live == "time" ? SqlDbType.Time : SqlDbType.BigInt,
        SyncType.String or SyncType.Char => SqlDbType.NVarChar,
        _ => SqlDbType.BigInt,
    };

    private static void Set(SqlParameter parameter, SqlDbType type, int size, object value)
    {
        if (parameter.SqlDbType != type)
        {
            parameter.SqlDbType = type;
        }

        // Of precision and scale nothing is said: the driver sees for each value what it needs.
        parameter.Size = size;
        parameter.Value = value;
    }
}
