using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>Rows with any values.</summary>
internal static class RandomRows
{
    private static readonly string[] s_texts = ["", " ", "'\"<&>]]>\\/", "\t\n\r", "é漢\U0001F600\u2028", "/Date(1)/", "null", "datetimeoffset'x'", "%27 + ="];

    public static AllTypes AllTypes(int id, Random random)
    {
        var bytes = new byte[random.Next(100)];
        random.NextBytes(bytes);
        var isNull = random.Next(3) == 0;
        return new AllTypes
        {
            ID = id,
            BoolV = random.Next(2) == 0,
            ByteV = (byte)random.Next(256),
            ShortV = (short)random.Next(short.MinValue, short.MaxValue),
            IntV = random.Next(int.MinValue, int.MaxValue),
            IntN = isNull ? null : random.Next(),
            LongV = random.NextInt64(long.MinValue, long.MaxValue),
            FloatV = BitConverter.Int32BitsToSingle(random.Next()),
            DoubleV = BitConverter.Int64BitsToDouble(random.NextInt64()),
            DoubleN = random.Next(5) switch { 0 => double.NaN, 1 => double.NegativeInfinity, 2 => double.Epsilon, 3 => -0.0, _ => null },
            DecimalV = new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
            DateTimeV = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)),
            DateTimeN = isNull ? null : DateTime.MaxValue,
            DateTimeOffsetV = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60))),
            TimeV = new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue)),
            GuidV = new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()),
            GuidN = isNull ? null : Guid.Empty,
            BinaryV = isNull ? null : bytes,
            StringV = isNull ? null : string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => s_texts[random.Next(s_texts.Length)])),
            StringN = random.Next(20) == 0 ? new string('/', 5_000) : null,
            SByteV = (sbyte)random.Next(sbyte.MinValue, sbyte.MaxValue),
        };
    }
}
