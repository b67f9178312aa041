using CsCheck;

namespace SyncGen.Tests.Rows;

/// <summary>Random rows of <see cref="AllTypes"/> in which edge values are frequent.</summary>
public static class AllTypesGen
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.OneOf("", "\0", "\ud800", "\udfff", "\udc00\ud800", "😀", "a\ud83d", "\"\\/\b\f\n\r\t\u007f\u0085\u2028\uffff", "é", "e\u0301", "İıß"),
        Gen.Char['\0', '\uffff'].Array[0, 12].Select(units => new string(units)),
        Gen.OneOf(new string('x', 10_000)));

    private static readonly Gen<DateTime> s_clock = Gen.Select(
        Gen.OneOf(Gen.OneOf(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks, 1), Gen.Long[0, DateTime.MaxValue.Ticks]),
        Gen.OneOf(DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local),
        (ticks, kind) => new DateTime(ticks, kind));

    private static readonly Gen<DateTimeOffset> s_moment = Gen.OneOf(
        Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(1, 1, 1, 14, 0, 0, TimeSpan.FromHours(14))),
        Gen.Select(
            Gen.Long[DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks],
            Gen.Int[-14 * 60, 14 * 60],
            (ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))));

    private static readonly Gen<decimal> s_decimal = Gen.OneOf(
        Gen.OneOf(0m, 0.00m, 1.0m, 1.00m, -1.50m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 100m, 10.0000000000000000000000000m),
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28], (low, middle, high, negative, scale) => new decimal(low, middle, high, negative, scale)));

    private static readonly Gen<double> s_double = Gen.OneOf(
        Gen.OneOf(0d, -0d, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 0.1, 1e21, 1e-7),
        Gen.Double);

    private static readonly Gen<float> s_single = Gen.OneOf(
        Gen.OneOf(0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, 0.1f, 1e21f),
        Gen.Float);

    private static readonly Gen<TimeSpan> s_span = Gen.OneOf(
        Gen.OneOf(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(-1)),
        Gen.Long.Select(TimeSpan.FromTicks));

    public static Gen<AllTypes> Rows { get; } = Gen.Select(Keys(), Numbers(), Others(), (key, numbers, others) => others(numbers(key)));

    private static Gen<AllTypes> Keys() => Gen.Select(
        s_decimal, s_text, s_moment, s_clock, s_double, Gen.Guid,
        (number, text, moment, clock, real, id) => new AllTypes
        {
            KeyDecimal = number,
            KeyText = text,
            KeyMoment = moment,
            KeyClock = clock,
            KeyDouble = real,
            KeyGuid = id,
        });

    private static Gen<Func<AllTypes, AllTypes>> Numbers() => Gen.Select(
        Gen.OneOf(Gen.OneOf(long.MinValue, long.MaxValue, -1L), Gen.Long),
        Gen.OneOf(Gen.OneOf(ulong.MaxValue), Gen.ULong),
        s_single, s_double, s_decimal,
        (signed, unsigned, single, real, number) => (Func<AllTypes, AllTypes>)(row => row with
        {
            Boolean = signed % 2 == 0,
            Byte = (byte)signed,
            SByte = (sbyte)signed,
            Int16 = (short)signed,
            UInt16 = (ushort)signed,
            Int32 = (int)signed,
            UInt32 = (uint)signed,
            Int64 = signed,
            UInt64 = unsigned,
            Single = single,
            Double = real,
            Decimal = number,
            NullableInt32 = unsigned % 2 == 0 ? null : (int)unsigned,
        }));

    private static Gen<Func<AllTypes, AllTypes>> Others() => Gen.Select(
        s_text, Gen.Char['\0', '\uffff'], s_clock, s_moment, s_span, Gen.Guid, Gen.Byte.Array[0, 50],
        (text, unit, clock, moment, span, id, bytes) => (Func<AllTypes, AllTypes>)(row => row with
        {
            String = text,
            Char = unit,
            DateTime = clock,
            DateTimeOffset = moment,
            DateOnly = DateOnly.FromDateTime(clock),
            TimeOnly = TimeOnly.FromDateTime(clock),
            TimeSpan = span,
            Guid = id,
            Binary = bytes,
            NullableString = text.Length % 2 == 0 ? null : text,
            NullableBinary = bytes.Length % 2 == 0 ? null : bytes,
        }));
}
