namespace SyncGen.Model;

/// <summary>
/// Takes the fields of one row at a time, by ordinal. A provider implements it over its driver's parameters; generated
/// codecs call it, once for each ordinal from 0 up. Not thread-safe.
/// </summary>
public abstract class RowWriter
{
    /// <summary>Sets a field to null.</summary>
    public abstract void SetNull(int ordinal);

    /// <summary>Sets a <see cref="bool"/>.</summary>
    public abstract void SetBoolean(int ordinal, bool value);

    /// <summary>Sets a <see cref="byte"/>.</summary>
    public abstract void SetByte(int ordinal, byte value);

    /// <summary>Sets an <see cref="sbyte"/>.</summary>
    public abstract void SetSByte(int ordinal, sbyte value);

    /// <summary>Sets a <see cref="short"/>.</summary>
    public abstract void SetInt16(int ordinal, short value);

    /// <summary>Sets a <see cref="ushort"/>.</summary>
    public abstract void SetUInt16(int ordinal, ushort value);

    /// <summary>Sets an <see cref="int"/>.</summary>
    public abstract void SetInt32(int ordinal, int value);

    /// <summary>Sets a <see cref="uint"/>.</summary>
    public abstract void SetUInt32(int ordinal, uint value);

    /// <summary>Sets a <see cref="long"/>.</summary>
    public abstract void SetInt64(int ordinal, long value);

    /// <summary>Sets a <see cref="ulong"/>.</summary>
    public abstract void SetUInt64(int ordinal, ulong value);

    /// <summary>Sets a <see cref="float"/>.</summary>
    public abstract void SetSingle(int ordinal, float value);

    /// <summary>Sets a <see cref="double"/>.</summary>
    public abstract void SetDouble(int ordinal, double value);

    /// <summary>Sets a <see cref="decimal"/>.</summary>
    public abstract void SetDecimal(int ordinal, decimal value);

    /// <summary>Sets a <see cref="string"/>.</summary>
    public abstract void SetString(int ordinal, string value);

    /// <summary>Sets a <see cref="char"/>.</summary>
    public abstract void SetChar(int ordinal, char value);

    /// <summary>Sets a <see cref="DateTime"/>.</summary>
    public abstract void SetDateTime(int ordinal, DateTime value);

    /// <summary>Sets a <see cref="DateTimeOffset"/>.</summary>
    public abstract void SetDateTimeOffset(int ordinal, DateTimeOffset value);

    /// <summary>Sets a <see cref="DateOnly"/>.</summary>
    public abstract void SetDateOnly(int ordinal, DateOnly value);

    /// <summary>Sets a <see cref="TimeOnly"/>.</summary>
    public abstract void SetTimeOnly(int ordinal, TimeOnly value);

    /// <summary>Sets a <see cref="TimeSpan"/>.</summary>
    public abstract void SetTimeSpan(int ordinal, TimeSpan value);

    /// <summary>Sets a <see cref="Guid"/>.</summary>
    public abstract void SetGuid(int ordinal, Guid value);

    /// <summary>Sets bytes.</summary>
    public abstract void SetBinary(int ordinal, byte[] value);
}
