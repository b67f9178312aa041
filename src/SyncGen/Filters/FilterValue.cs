using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>One value of a filter parameter, behind its type.</summary>
internal abstract class FilterValue
{
    /// <summary>Whether it is null.</summary>
    public virtual bool IsNull => false;

    /// <summary>Writes the value.</summary>
    public abstract void Write(RowWriter writer, int ordinal);

    /// <summary>Reads a value of a type.</summary>
    public static FilterValue Read(SyncType type, RowReader reader, int ordinal) => reader.IsNull(ordinal) ? new FilterNull() : type switch
    {
        SyncType.Boolean => Of(reader.GetBoolean(ordinal), static (w, o, v) => w.SetBoolean(o, v)),
        SyncType.Byte => Of(reader.GetByte(ordinal), static (w, o, v) => w.SetByte(o, v)),
        SyncType.SByte => Of(reader.GetSByte(ordinal), static (w, o, v) => w.SetSByte(o, v)),
        SyncType.Int16 => Of(reader.GetInt16(ordinal), static (w, o, v) => w.SetInt16(o, v)),
        SyncType.UInt16 => Of(reader.GetUInt16(ordinal), static (w, o, v) => w.SetUInt16(o, v)),
        SyncType.Int32 => Of(reader.GetInt32(ordinal), static (w, o, v) => w.SetInt32(o, v)),
        SyncType.UInt32 => Of(reader.GetUInt32(ordinal), static (w, o, v) => w.SetUInt32(o, v)),
        SyncType.Int64 => Of(reader.GetInt64(ordinal), static (w, o, v) => w.SetInt64(o, v)),
        SyncType.UInt64 => Of(reader.GetUInt64(ordinal), static (w, o, v) => w.SetUInt64(o, v)),
        SyncType.String => Of(reader.GetString(ordinal), static (w, o, v) => w.SetString(o, v)),
        SyncType.Char => Of(reader.GetChar(ordinal), static (w, o, v) => w.SetChar(o, v)),
        SyncType.DateTime => Of(reader.GetDateTime(ordinal), static (w, o, v) => w.SetDateTime(o, v)),
        SyncType.DateTimeOffset => Of(reader.GetDateTimeOffset(ordinal), static (w, o, v) => w.SetDateTimeOffset(o, v)),
        SyncType.DateOnly => Of(reader.GetDateOnly(ordinal), static (w, o, v) => w.SetDateOnly(o, v)),
        SyncType.TimeOnly => Of(reader.GetTimeOnly(ordinal), static (w, o, v) => w.SetTimeOnly(o, v)),
        SyncType.TimeSpan => Of(reader.GetTimeSpan(ordinal), static (w, o, v) => w.SetTimeSpan(o, v)),
        SyncType.Guid => Of(reader.GetGuid(ordinal), static (w, o, v) => w.SetGuid(o, v)),
        _ => throw new InvalidOperationException($"A filter parameter is no {type}."),
    };

    /// <summary>A value, and how it is written.</summary>
    public static FilterValue Of<T>(T value, Action<RowWriter, int, T> write) => new FilterValue<T>(value, write);
}
