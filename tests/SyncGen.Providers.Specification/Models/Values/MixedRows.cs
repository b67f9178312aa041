using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Providers.Specification.Models.Values;

/// <summary>Rows of all types as a program writes them.</summary>
public static class MixedRows
{
    /// <summary>Rows at the edges of their types.</summary>
    /// <param name="timeTicks">How finely the databases tell times apart, in ticks of 100 ns.</param>
    public static IEnumerable<Mixed> AtTheEdges(long timeTicks) =>
    [
        new() { Id = 1 },
        new()
        {
            Id = 2, Flag = true, Tiny = byte.MaxValue, SignedTiny = sbyte.MinValue, Small = short.MinValue, UnsignedSmall = ushort.MaxValue,
            Number = int.MinValue, UnsignedNumber = uint.MaxValue, Big = long.MinValue, UnsignedBig = ulong.MaxValue,
            Single = float.MaxValue, Double = double.MaxValue, Exact = decimal.MaxValue, Text = "", Letter = ' ',
            At = DateTime.MinValue, Moment = DateTimeOffset.MinValue, Day = DateOnly.MinValue, Time = TimeOnly.MinValue, Span = TimeSpan.Zero,
            Mark = Guid.Empty, Bytes = [], Weekday = DayOfWeek.Saturday,
        },
        new()
        {
            Id = 3, Flag = false, Tiny = 0, SignedTiny = sbyte.MaxValue, Small = short.MaxValue, UnsignedSmall = 0,
            Number = int.MaxValue, UnsignedNumber = 0, Big = long.MaxValue, UnsignedBig = 0,
            Single = float.Epsilon, Double = double.Epsilon, Exact = 0.0000000000000000000000000001m, Text = "it's \"é\" \\ \U0001F600 \n %_", Letter = 'é',
            At = Fine(timeTicks, DateTime.MaxValue), Moment = new DateTimeOffset(2026, 11, 22, 17, 5, 0, 123, TimeSpan.Zero), Day = DateOnly.MaxValue,
            Time = new TimeOnly(TimeOnly.MaxValue.Ticks / timeTicks * timeTicks), Span = new TimeSpan(-10, -1, -2, -3, -4),
            Mark = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), Bytes = [0, 255, 0, 39, 92], Weekday = DayOfWeek.Sunday,
        },
        new()
        {
            Id = 4, Single = float.NegativeInfinity, Double = double.PositiveInfinity, Exact = -79228162514264337593543950335m,
            Text = new string('x', 100_000), At = Fine(timeTicks, new DateTime(2026, 3, 29, 2, 30, 0).AddTicks(1_234_567)), Bytes = new byte[200_000],
        },
    ];

    /// <summary>Of these, what every database can hold: times to the microsecond, finite numbers, decimals of nine digits behind the point.</summary>
    public static IEnumerable<Mixed> EverywhereAtTheEdges => AtTheEdges(TimeSpan.TicksPerMicrosecond).WithFiniteNumbers().WithNineDigits();

    /// <summary>The rows without numbers that are infinite, which not every database has.</summary>
    public static IEnumerable<Mixed> WithFiniteNumbers(this IEnumerable<Mixed> rows) => rows.Select(row => row with
    {
        Single = row.Single is { } single && float.IsFinite(single) ? single : null,
        Double = row.Double is { } number && double.IsFinite(number) ? number : null,
    });

    /// <summary>The rows with decimals of nine digits behind the point at most, which SQL Server has.</summary>
    public static IEnumerable<Mixed> WithNineDigits(this IEnumerable<Mixed> rows) => rows.Select(row => row with
    {
        Exact = row.Exact is > 0 and < 1 ? 0.000000001m : row.Exact,
    });

    /// <summary>Inserts rows into a SQLite database, whose driver takes values of all types.</summary>
    public static async Task InsertAsync(StoreDatabase database, IEnumerable<Mixed> rows)
    {
        foreach (var row in rows)
        {
            (string Name, object? Value)[] values =
            [
                ("@Id", row.Id), ("@Flag", row.Flag), ("@Tiny", row.Tiny), ("@SignedTiny", row.SignedTiny), ("@Small", row.Small),
                ("@UnsignedSmall", row.UnsignedSmall), ("@Number", row.Number), ("@UnsignedNumber", row.UnsignedNumber), ("@Big", row.Big),
                ("@UnsignedBig", row.UnsignedBig is { } big ? unchecked((long)big) : null), ("@Single", row.Single), ("@Double", row.Double), ("@Exact", row.Exact),
                ("@Text", row.Text), ("@Letter", row.Letter?.ToString()), ("@At", row.At), ("@Moment", row.Moment), ("@Day", row.Day), ("@Time", row.Time),
                ("@Span", row.Span), ("@Mark", row.Mark), ("@Bytes", row.Bytes), ("@Weekday", (int?)row.Weekday),
            ];
            var columns = string.Join(", ", values.Select(value => $"\"{value.Name[1..]}\""));
            await database.ExecuteAsync($"""INSERT INTO "Mixed" ({columns}) VALUES ({string.Join(", ", values.Select(value => value.Name))})""", values);
        }
    }

    private static DateTime Fine(long timeTicks, DateTime value) => new(value.Ticks / timeTicks * timeTicks);
}
