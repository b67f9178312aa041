namespace SyncGen.Model;

/// <summary>
/// Reads the fields of one row at a time, by ordinal. A provider implements it over its driver; generated codecs call it.
/// A value that cannot be read as asked throws a <see cref="SyncException"/> with
/// <see cref="SyncErrorCode.UnreadableValue"/>. Not thread-safe.
/// </summary>
public abstract class RowReader
{
    /// <summary>Whether the field is null.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>Reads a <see cref="bool"/>.</summary>
    public abstract bool GetBoolean(int ordinal);

    /// <summary>Reads a <see cref="byte"/>.</summary>
    public abstract byte GetByte(int ordinal);

    /// <summary>Reads an <see cref="sbyte"/>.</summary>
    public abstract sbyte GetSByte(int ordinal);

    /// <summary>Reads a <see cref="short"/>.</summary>
    public abstract short GetInt16(int ordinal);

    /// <summary>Reads a <see cref="ushort"/>.</summary>
    public abstract ushort GetUInt16(int ordinal);

    /// <summary>Reads an <see cref="int"/>.</summary>
    public abstract int GetInt32(int ordinal);

    /// <summary>Reads a <see cref="uint"/>.</summary>
    public abstract uint GetUInt32(int ordinal);

    /// <summary>Reads a <see cref="long"/>.</summary>
    public abstract long GetInt64(int ordinal);

    /// <summary>Reads a <see cref="ulong"/>.</summary>
    public abstract ulong GetUInt64(int ordinal);

    /// <summary>Reads a <see cref="float"/>.</summary>
    public abstract float GetSingle(int ordinal);

    /// <summary>Reads a <see cref="double"/>.</summary>
    public abstract double GetDouble(int ordinal);

    /// <summary>Reads a <see cref="decimal"/>.</summary>
    public abstract decimal GetDecimal(int ordinal);

    /// <summary>Reads a <see cref="string"/>.</summary>
    public abstract string GetString(int ordinal);

    /// <summary>Reads a <see cref="char"/>.</summary>
    public abstract char GetChar(int ordinal);

    /// <summary>Reads a <see cref="DateTime"/>.</summary>
    public abstract DateTime GetDateTime(int ordinal);

    /// <summary>Reads a <see cref="DateTimeOffset"/>.</summary>
    public abstract DateTimeOffset GetDateTimeOffset(int ordinal);

    /// <summary>Reads a <see cref="DateOnly"/>.</summary>
    public abstract DateOnly GetDateOnly(int ordinal);

    /// <summary>Reads a <see cref="TimeOnly"/>.</summary>
    public abstract TimeOnly GetTimeOnly(int ordinal);

    /// <summary>Reads a <see cref="TimeSpan"/>.</summary>
    public abstract TimeSpan GetTimeSpan(int ordinal);

    /// <summary>Reads a <see cref="Guid"/>.</summary>
    public abstract Guid GetGuid(int ordinal);

    /// <summary>Reads bytes.</summary>
    public abstract byte[] GetBinary(int ordinal);

    /// <summary>Copies a field to a writer, as what it is.</summary>
    /// <param name="ordinal">The field.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isNullable">Whether it may be null; one that may not is read without asking.</param>
    /// <param name="target">The writer.</param>
    /// <param name="targetOrdinal">Where the writer takes it.</param>
    public void CopyTo(int ordinal, SyncType type, bool isNullable, RowWriter target, int targetOrdinal)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (isNullable && IsNull(ordinal))
        {
            target.SetNull(targetOrdinal);
        }
        else
        {
            FieldCopy.Run(this, ordinal, type, target, targetOrdinal);
        }
    }
}
