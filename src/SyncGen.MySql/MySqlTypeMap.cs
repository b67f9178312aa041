using System.Text;
using SyncGen.Relational.Servers;
using Kind = SyncGen.Relational.Servers.FieldKind;

namespace SyncGen.MySql;

/// <summary>Makes of a value what the driver takes; the database makes of that what the column takes, or refuses it.</summary>
internal static class MySqlTypeMap
{
    /// <summary>The value for a parameter; null if no column could hold it.</summary>
    public static object? ToParameter(in FieldValue value) => value.Kind switch
    {
        Kind.Null => DBNull.Value,
        Kind.Boolean => value.AsBoolean ? 1L : 0L,
        Kind.Integer => value.AsInteger,
        Kind.Real => double.IsFinite(value.AsReal) ? value.AsReal : null,
        Kind.Number => value.AsNumber,
        Kind.Text => IsStorable(value.AsText) ? value.AsText : null,
        Kind.Binary => value.AsBinary,
        Kind.Guid => value.AsGuid.ToString(),
        Kind.DateTime => value.AsDateTime,
        Kind.Moment => DateTime.SpecifyKind(value.AsMoment.UtcDateTime, DateTimeKind.Unspecified),
        Kind.Date => value.AsDate.ToDateTime(TimeOnly.MinValue),
        Kind.Time => value.AsTime.ToTimeSpan(),
        Kind.Interval => value.AsInterval,
        _ => null,
    };

    // UTF-8 has no half of a surrogate pair.
    private static bool IsStorable(string text)
    {
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
