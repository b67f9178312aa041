using System.Globalization;
using SyncGen.Model;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Values;

/// <summary>Writes a row's values as texts; where they go, and how moments are written there, the format says.</summary>
internal abstract class TextRowWriter : RowWriter
{
    private WireTable? _type;

    /// <summary>The type of the row that is written.</summary>
    protected WireTable Type => _type ?? throw new InvalidOperationException("Begin a row of a type first.");

    /// <summary>What follows is a row of a type.</summary>
    public void Begin(WireTable type) => _type = type;

    public sealed override void SetByte(int ordinal, byte value) => Number(ordinal, value, null);

    public sealed override void SetSByte(int ordinal, sbyte value) => Number(ordinal, value, null);

    public sealed override void SetInt16(int ordinal, short value) => Number(ordinal, value, null);

    public sealed override void SetUInt16(int ordinal, ushort value) => Number(ordinal, value, null);

    public sealed override void SetInt32(int ordinal, int value) => Number(ordinal, value, null);

    public sealed override void SetUInt32(int ordinal, uint value) => Number(ordinal, value, null);

    public sealed override void SetInt64(int ordinal, long value) => Number(ordinal, value, null);

    public sealed override void SetUInt64(int ordinal, ulong value) => Number(ordinal, value, null);

    public sealed override void SetDecimal(int ordinal, decimal value) => Number(ordinal, value, null);

    public sealed override void SetSingle(int ordinal, float value)
    {
        if (float.IsFinite(value))
        {
            Number(ordinal, value, "R");
        }
        else
        {
            NotANumber(ordinal, NotFinite(value));
        }
    }

    public sealed override void SetDouble(int ordinal, double value)
    {
        if (double.IsFinite(value))
        {
            Number(ordinal, value, "R");
        }
        else
        {
            NotANumber(ordinal, NotFinite(value));
        }
    }

    public sealed override void SetChar(int ordinal, char value) => SetString(ordinal, value.ToString());

    public sealed override void SetDateOnly(int ordinal, DateOnly value) => SetDateTime(ordinal, value.ToDateTime(TimeOnly.MinValue));

    public sealed override void SetTimeOnly(int ordinal, TimeOnly value) => SetTimeSpan(ordinal, value.ToTimeSpan());

    public sealed override void SetGuid(int ordinal, Guid value) => Plain(ordinal, value);

    public sealed override void SetBinary(int ordinal, byte[] value) => Base64(ordinal, value);

    /// <summary>Writes a number.</summary>
    protected abstract void Number<TValue>(int ordinal, TValue value, string? format)
        where TValue : ISpanFormattable, IUtf8SpanFormattable;

    /// <summary>Writes what the type has beside numbers.</summary>
    protected abstract void NotANumber(int ordinal, string text);

    /// <summary>Writes a text that needs no escaping.</summary>
    protected abstract void Plain<TValue>(int ordinal, TValue value)
        where TValue : ISpanFormattable, IUtf8SpanFormattable;

    /// <summary>Writes bytes.</summary>
    protected abstract void Base64(int ordinal, byte[] value);

    /// <summary>A span of time as text.</summary>
    protected static string TextOf(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? ValueFormats.NaN : value > 0 ? ValueFormats.Infinity : ValueFormats.NegativeInfinity;
}
