using SyncGen.Sqlite.Tests.Model.Values;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>Extremes of every type arrive as they were, through every kind of store, in small batches and large ones.</summary>
public sealed class ExtremeValueTests
{
    private static readonly (string Column, string[] Values)[] s_values =
    [
        ("At", ["'0001-01-01 00:00:00'", "'9999-12-31 23:59:59.9999999'", "'2026-11-22 17:05:00.1'", "'2000-02-29 12:00:00'"]),
        ("Moment", ["'0001-01-01 00:00:00+00:00'", "'9999-12-31 23:59:59.9999999+00:00'", "'2026-01-01 00:00:00+14:00'", "'2026-01-01 00:00:00.5-12:00'"]),
        ("Day", ["'0001-01-01'", "'9999-12-31'"]),
        ("Time", ["'00:00:00'", "'23:59:59.9999999'"]),
        ("Span", ["'-10675199.02:48:05.4775808'", "'10675199.02:48:05.4775807'", "'00:00:00'", "'-00:00:00.0000001'"]),
        ("Count", ["-9223372036854775808", "9223372036854775807", "0", "-1"]),
        ("Price", ["'79228162514264337593543950335.0'", "'-79228162514264337593543950335.0'", "'0.0000000000000000000000000001'", "'0.0'", "'7.9228162514264337593543950335'"]),
        ("Ratio", ["9e999", "-9e999", "1.7976931348623157e308", "-1.7976931348623157e308", "4.9406564584124654e-324", "2.2250738585072009e-308", "-0.0", "0.1", "0.1 + 0.2", "9007199254740993.0"]),
        ("Flag", ["0", "1"]),
        ("Text", ["''", "char(0)", "'a' || char(0) || 'b'", "char(0x1F600)", "char(0xFFFF)", "char(0xFEFF) || 'a'", "'e' || char(0x301)", "char(13, 10, 9, 34, 39, 92)", "'007'", "'1e3'", "replace(hex(zeroblob(5000000)), '0', 'x')"]),
        ("Letter", ["char(0)", "' '", "char(0xFFFF)", "char(0x27)", "char(0xE9)"]),
        ("Mark", ["'00000000-0000-0000-0000-000000000000'", "'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'"]),
        ("Bytes", ["X''", "X'00'", "X'FF00FE'", "zeroblob(10000000)", "CAST('x' AS BLOB)"]),
    ];

    private static readonly string[] s_columns = ["Id", .. s_values.Select(value => value.Column)];

    public static TheoryData<SyncRole, int> Cases => new()
    {
        { SyncRole.Leaf, 1 }, { SyncRole.Leaf, 1 << 20 }, { SyncRole.Peer, 1 }, { SyncRole.Peer, 1 << 20 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task They_arrive_as_they_were(SyncRole role, int batch)
    {
        await using var chain = await Chain.CreateAsync(MixedScope.Sqlite, role);
        var options = new SyncOptions { BatchBytesMax = batch };
        var id = 0;
        foreach (var key in new[] { int.MinValue, int.MaxValue, 0, -1 })
        {
            chain.First.Execute($"INSERT INTO Mixed (Id) VALUES ({key})");
        }

        foreach (var (column, values) in s_values)
        {
            foreach (var value in values)
            {
                chain.First.Execute($"INSERT INTO Mixed (Id, {column}) VALUES ({++id}, {value})");
            }
        }

        var (up, down) = await chain.PassAsync(options);
        Assert.Empty(up.Notes);
        Assert.Empty(down.Notes);
        var rows = Stored.Of(chain.First, "Mixed", s_columns);
        Assert.Equal(id + 4, rows.Count);
        Assert.Equal(rows, Stored.Of(chain.Hub, "Mixed", s_columns));
        Assert.Equal(rows, Stored.Of(chain.Last, "Mixed", s_columns));
        await chain.AssertQuietAsync(options);

        // As updates of rows that are there, from the other end.
        foreach (var (column, values) in s_values)
        {
            chain.Last.Execute($"UPDATE Mixed SET {column} = {values[1]}");
        }

        await chain.PassAsync(options);
        await chain.AssertQuietAsync(options);
        rows = Stored.Of(chain.Last, "Mixed", s_columns);
        Assert.Equal(rows, Stored.Of(chain.Hub, "Mixed", s_columns));
        Assert.Equal(rows, Stored.Of(chain.First, "Mixed", s_columns));
    }
}
