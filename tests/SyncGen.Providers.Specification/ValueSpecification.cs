using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Values at the edges of every type travel there and back, and stay what they are.</summary>
public abstract class ValueSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    /// <summary>How finely the database tells times apart, in ticks of 100 ns.</summary>
    protected abstract long TimeTicks { get; }

    /// <summary>Rows at the edges of their types, that all databases can hold.</summary>
    protected virtual IEnumerable<Mixed> Rows =>
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
            At = Fine(DateTime.MaxValue), Moment = new DateTimeOffset(2026, 11, 22, 17, 5, 0, 123, TimeSpan.Zero), Day = DateOnly.MaxValue,
            Time = new TimeOnly(TimeOnly.MaxValue.Ticks / TimeTicks * TimeTicks), Span = new TimeSpan(-10, -1, -2, -3, -4),
            Mark = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), Bytes = [0, 255, 0, 39, 92], Weekday = DayOfWeek.Sunday,
        },
        new()
        {
            Id = 4, Single = float.NegativeInfinity, Double = double.PositiveInfinity, Exact = -79228162514264337593543950335m,
            Text = new string('x', 100_000), At = Fine(new DateTime(2026, 3, 29, 2, 30, 0).AddTicks(1_234_567)), Bytes = new byte[200_000],
        },
    ];

    /// <summary>From a SQLite client to the hub, and on to another client: every value arrives as it was.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Values_travel_there_and_back(SyncRole role)
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, role);
        await using var other = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var otherStore = other.Open(MixedScope.Stores, role);
        await using var third = await StoreDatabase.CreateAsync(Kind);
        await using var thirdStore = third.Open(MixedScope.Stores, role);
        await otherStore.ProvisionAsync();
        await MixedRows.InsertAsync(pair.Client, Rows);

        var first = await pair.SettleAsync();
        Assert.Empty(first.Notes);
        await SyncOrchestrator.Between(otherStore, pair.HubStore).SynchronizeAsync();
        await SyncOrchestrator.Between(thirdStore, pair.HubStore).SynchronizeAsync();

        const string Content = """SELECT * FROM "Mixed" ORDER BY "Id" """;
        Assert.Equal(await pair.Client.RowsAsync(Content), await other.RowsAsync(Content));
        Assert.Equal(await pair.Hub.RowsAsync(Content), await third.RowsAsync(Content));
        Assert.Equal(4, (await other.RowsAsync(Content)).Count);
    }

    /// <summary>A moment with an offset stays the same moment, whether or not the database keeps the offset.</summary>
    [SpecificationFact]
    public virtual async Task A_moment_stays_the_moment()
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, SyncRole.Peer);
        var moment = new DateTimeOffset(2026, 11, 22, 17, 5, 0, 123, TimeSpan.FromHours(-11));
        await MixedRows.InsertAsync(pair.Client, [new() { Id = 1, Moment = moment }]);
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Mixed" SET "Text" = 'touched' """);
        await pair.SettleAsync();

        var text = await pair.Client.ScalarAsync("""SELECT "Moment" FROM "Mixed" """);
        Assert.Equal(moment, DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    private DateTime Fine(DateTime value) => new(value.Ticks / TimeTicks * TimeTicks);
}
