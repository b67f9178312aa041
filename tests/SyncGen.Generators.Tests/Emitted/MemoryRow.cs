using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>A row as values by ordinal, of the types that readers give and writers take.</summary>
internal static class MemoryRow
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        (DateTimeOffset one, DateTimeOffset other) => one.EqualsExact(other),
        _ => Equals(left, right),
    };

    public static bool AreEqual(IReadOnlyList<object?> left, IReadOnlyList<object?> right) =>
        left.Count == right.Count && left.Zip(right, AreEqual).All(same => same);

    /// <summary>-1, 0 or 1: which of two stored values of one type comes first.</summary>
    public static int Compare(object left, object right) => Math.Sign((left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceCompareTo(other),
        _ => ((IComparable)left).CompareTo(right),
    });

    /// <summary>The value of a type that a column of it may hold; often an extreme one.</summary>
    public static object Value(SyncType type, Random random) => type switch
    {
        SyncType.Boolean => random.Next(2) == 0,
        SyncType.Byte => Pick<byte>(random, byte.MinValue, byte.MaxValue, 7),
        SyncType.SByte => Pick<sbyte>(random, sbyte.MinValue, sbyte.MaxValue, -1),
        SyncType.Int16 => Pick<short>(random, short.MinValue, short.MaxValue, -1),
        SyncType.UInt16 => Pick<ushort>(random, ushort.MinValue, ushort.MaxValue, 9),
        SyncType.Int32 => Pick(random, int.MinValue, int.MaxValue, -1, random.Next()),
        SyncType.UInt32 => Pick(random, uint.MinValue, uint.MaxValue, (uint)random.Next()),
        SyncType.Int64 => Pick(random, long.MinValue, long.MaxValue, random.NextInt64()),
        SyncType.UInt64 => Pick(random, ulong.MinValue, ulong.MaxValue, (ulong)random.NextInt64()),
        SyncType.Single => Pick(random, float.NaN, float.PositiveInfinity, float.MinValue, float.Epsilon, random.NextSingle()),
        SyncType.Double => Pick(random, double.NaN, double.NegativeInfinity, double.MaxValue, double.Epsilon, random.NextDouble()),
        SyncType.Decimal => Pick(random, decimal.MinValue, decimal.MaxValue, 0.1m, (decimal)random.NextDouble()),
        SyncType.String => Pick(random, "", "a\0b", "\ud800", "été", "A", random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        SyncType.Char => Pick(random, '\0', '\uffff', '\ud800', 'x'),
        SyncType.DateTime => Pick(random, DateTime.MinValue, DateTime.MaxValue, new DateTime(random.NextInt64(DateTime.MaxValue.Ticks))),
        SyncType.DateTimeOffset => Pick(random, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(random.Next(-14, 14)))),
        SyncType.DateOnly => Pick(random, DateOnly.MinValue, DateOnly.MaxValue, DateOnly.FromDayNumber(random.Next(3_000_000))),
        SyncType.TimeOnly => Pick(random, TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay))),
        SyncType.TimeSpan => Pick(random, TimeSpan.MinValue, TimeSpan.MaxValue, new TimeSpan(random.NextInt64())),
        SyncType.Guid => Pick(random, Guid.Empty, new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        SyncType.Binary => Pick(random, [], [0], new byte[random.Next(5)]),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Give the new type values here."),
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
