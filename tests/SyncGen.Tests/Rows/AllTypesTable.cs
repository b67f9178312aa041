using SyncGen.Model;

namespace SyncGen.Tests.Rows;

/// <summary>The table of <see cref="AllTypes"/>, as the generator would write it, with names that need care.</summary>
public sealed class AllTypesTable : SyncTable<AllTypes>
{
    public static readonly AllTypesTable Instance = new();

    private static readonly SyncColumn[] s_columns =
    [
        new("Key", SyncType.Decimal, false),
        new("key", SyncType.String, false),
        new("a\"b\\", SyncType.DateTimeOffset, false),
        new("été", SyncType.DateTime, false),
        new("e\u0301te\u0301", SyncType.Double, false),
        new("Order Details", SyncType.Guid, false),
        new("Boolean", SyncType.Boolean, false),
        new("Byte", SyncType.Byte, false),
        new("SByte", SyncType.SByte, false),
        new("Int16", SyncType.Int16, false),
        new("UInt16", SyncType.UInt16, false),
        new("Int32", SyncType.Int32, false),
        new("UInt32", SyncType.UInt32, false),
        new("Int64", SyncType.Int64, false),
        new("UInt64", SyncType.UInt64, false),
        new("Single", SyncType.Single, false),
        new("Double", SyncType.Double, false),
        new("Decimal", SyncType.Decimal, false),
        new("String", SyncType.String, false),
        new("Char", SyncType.Char, false),
        new("DateTime", SyncType.DateTime, false),
        new("DateTimeOffset", SyncType.DateTimeOffset, false),
        new("DateOnly", SyncType.DateOnly, false),
        new("TimeOnly", SyncType.TimeOnly, false),
        new("TimeSpan", SyncType.TimeSpan, false),
        new("Guid", SyncType.Guid, false),
        new("Binary", SyncType.Binary, false),
        new("NullableString", SyncType.String, true),
        new("NullableInt32", SyncType.Int32, true),
        new("NullableBinary", SyncType.Binary, true),
    ];

    public override string Name => "AllTypes";

    public override IReadOnlyList<SyncColumn> Columns => s_columns;

    public override int KeyLength => 6;

    public override AllTypes Read(RowReader reader)
    {
        var row = ReadKey(reader);
        row.Boolean = reader.GetBoolean(6);
        row.Byte = reader.GetByte(7);
        row.SByte = reader.GetSByte(8);
        row.Int16 = reader.GetInt16(9);
        row.UInt16 = reader.GetUInt16(10);
        row.Int32 = reader.GetInt32(11);
        row.UInt32 = reader.GetUInt32(12);
        row.Int64 = reader.GetInt64(13);
        row.UInt64 = reader.GetUInt64(14);
        row.Single = reader.GetSingle(15);
        row.Double = reader.GetDouble(16);
        row.Decimal = reader.GetDecimal(17);
        row.String = reader.GetString(18);
        row.Char = reader.GetChar(19);
        row.DateTime = reader.GetDateTime(20);
        row.DateTimeOffset = reader.GetDateTimeOffset(21);
        row.DateOnly = reader.GetDateOnly(22);
        row.TimeOnly = reader.GetTimeOnly(23);
        row.TimeSpan = reader.GetTimeSpan(24);
        row.Guid = reader.GetGuid(25);
        row.Binary = reader.GetBinary(26);
        row.NullableString = reader.IsNull(27) ? null : reader.GetString(27);
        row.NullableInt32 = reader.IsNull(28) ? null : reader.GetInt32(28);
        row.NullableBinary = reader.IsNull(29) ? null : reader.GetBinary(29);
        return row;
    }

    public override AllTypes ReadKey(RowReader reader) => new()
    {
        KeyDecimal = reader.GetDecimal(0),
        KeyText = reader.GetString(1),
        KeyMoment = reader.GetDateTimeOffset(2),
        KeyClock = reader.GetDateTime(3),
        KeyDouble = reader.GetDouble(4),
        KeyGuid = reader.GetGuid(5),
    };

    public override void Write(AllTypes row, RowWriter writer)
    {
        WriteKey(row, writer);
        writer.SetBoolean(6, row.Boolean);
        writer.SetByte(7, row.Byte);
        writer.SetSByte(8, row.SByte);
        writer.SetInt16(9, row.Int16);
        writer.SetUInt16(10, row.UInt16);
        writer.SetInt32(11, row.Int32);
        writer.SetUInt32(12, row.UInt32);
        writer.SetInt64(13, row.Int64);
        writer.SetUInt64(14, row.UInt64);
        writer.SetSingle(15, row.Single);
        writer.SetDouble(16, row.Double);
        writer.SetDecimal(17, row.Decimal);
        writer.SetString(18, row.String);
        writer.SetChar(19, row.Char);
        writer.SetDateTime(20, row.DateTime);
        writer.SetDateTimeOffset(21, row.DateTimeOffset);
        writer.SetDateOnly(22, row.DateOnly);
        writer.SetTimeOnly(23, row.TimeOnly);
        writer.SetTimeSpan(24, row.TimeSpan);
        writer.SetGuid(25, row.Guid);
        writer.SetBinary(26, row.Binary);
        WriteNullable(row, writer);
    }

    public override void WriteKey(AllTypes row, RowWriter writer)
    {
        writer.SetDecimal(0, row.KeyDecimal);
        writer.SetString(1, row.KeyText);
        writer.SetDateTimeOffset(2, row.KeyMoment);
        writer.SetDateTime(3, row.KeyClock);
        writer.SetDouble(4, row.KeyDouble);
        writer.SetGuid(5, row.KeyGuid);
    }

    /// <summary>Stricter than a generated codec: the kind of a date, the offset and a decimal's scale count too.</summary>
    public override bool ContentEquals(AllTypes left, AllTypes right)
    {
        var (leftBinary, rightBinary) = (left.NullableBinary, right.NullableBinary);
        return left.Binary.AsSpan().SequenceEqual(right.Binary)
            && leftBinary is null == rightBinary is null
            && leftBinary.AsSpan().SequenceEqual(rightBinary)
            && (left with { Binary = [], NullableBinary = null }) == (right with { Binary = [], NullableBinary = null })
            && left.DateTime.Kind == right.DateTime.Kind
            && left.KeyClock.Kind == right.KeyClock.Kind
            && left.DateTimeOffset.EqualsExact(right.DateTimeOffset)
            && left.KeyMoment.EqualsExact(right.KeyMoment)
            && left.Decimal.Scale == right.Decimal.Scale
            && left.KeyDecimal.Scale == right.KeyDecimal.Scale
            && double.IsNegative(left.Double) == double.IsNegative(right.Double);
    }

    public override bool KeyEquals(AllTypes left, AllTypes right) =>
        left.KeyDecimal == right.KeyDecimal
        && string.Equals(left.KeyText, right.KeyText, StringComparison.Ordinal)
        && left.KeyMoment == right.KeyMoment
        && left.KeyClock == right.KeyClock
        && left.KeyDouble.Equals(right.KeyDouble)
        && left.KeyGuid == right.KeyGuid;

    public override int KeyHash(AllTypes row) => HashCode.Combine(row.KeyDecimal, row.KeyText, row.KeyMoment, row.KeyClock, row.KeyDouble, row.KeyGuid);

    public override int CompareKeys(AllTypes left, AllTypes right)
    {
        var order = left.KeyDecimal.CompareTo(right.KeyDecimal);
        order = order != 0 ? order : string.CompareOrdinal(left.KeyText, right.KeyText);
        order = order != 0 ? order : left.KeyMoment.CompareTo(right.KeyMoment);
        order = order != 0 ? order : left.KeyClock.CompareTo(right.KeyClock);
        order = order != 0 ? order : left.KeyDouble.CompareTo(right.KeyDouble);
        return order != 0 ? order : left.KeyGuid.CompareTo(right.KeyGuid);
    }

    private static void WriteNullable(AllTypes row, RowWriter writer)
    {
        if (row.NullableString is { } text)
        {
            writer.SetString(27, text);
        }
        else
        {
            writer.SetNull(27);
        }

        if (row.NullableInt32 is { } number)
        {
            writer.SetInt32(28, number);
        }
        else
        {
            writer.SetNull(28);
        }

        if (row.NullableBinary is { } bytes)
        {
            writer.SetBinary(29, bytes);
        }
        else
        {
            writer.SetNull(29);
        }
    }
}
