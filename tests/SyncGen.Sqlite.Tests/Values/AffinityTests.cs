using SyncGen.Sqlite.Tests.Model.Values;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>
/// Columns of a declared type that turns values into others. What comes out as it went in is stored; what does not waits in
/// quarantine and says why, and goes in once the column was declared anew.
/// </summary>
public sealed class AffinityTests
{
    // The column, its declared type, what it keeps, what it does not.
    public static TheoryData<string, string, string[], string[]> Cases => new()
    {
        { "Text", "NUMERIC", ["'7'", "'-9223372036854775808'", "'1.5'", "'0x10'", "'Infinity'", "'1,000'", "''", "'12 Main Street'"], ["'007'", "' 7'", "'7.0'", "'9223372036854775808'", "'0.1234567890123456789'", "'.5'"] },
        { "Text", "STRING", [], ["'1e3'"] },
        { "Text", "INTEGER", [], ["'+7'", "'-0'"] },
        { "Text", "REAL", ["'7.0'"], ["'7'", "'1.50'"] },
        { "Text", "VARCHAR(9)", ["'007'"], [] },
        { "Text", "BLOB", ["'007'"], [] },
        { "Letter", "INTEGER", ["'x'"], ["'7'"] },
        { "Price", "NUMERIC", ["'0.1'"], ["'12345678901234567890.5'"] },
        { "Price", "DECIMAL(38, 28)", [], ["'0.1234567890123456789'"] },
        { "Price", "REAL", ["'12.0'"], ["'9007199254740993.0'"] },
        { "Price", "NUMERIC(10, 2)", ["'1234567.89'"], [] },
        { "Price", "DECIMAL", ["'-9007199254740992.0'"], [] },
        { "Ratio", "TEXT", ["0.1 + 0.2", "1.7976931348623157e308"], [] },
        { "Ratio", "INTEGER", ["0.1 + 0.2"], [] },
        { "Count", "TEXT", ["9223372036854775807"], [] },
        { "Flag", "TEXT", ["1"], [] },
        { "Day", "NUMERIC", ["'2026-11-22'"], [] },
        { "At", "DATETIME", ["'2026-11-22 17:05:00'"], [] },
        { "Span", "NUMERIC", ["'1.02:03:04'"], [] },
        { "Bytes", "NUMERIC", ["X'3132'"], [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_value_comes_out_as_it_went_in_or_waits(string column, string type, string[] kept, string[] changed)
    {
        var role = type.Length % 2 == 0 ? SyncRole.Leaf : SyncRole.Peer;
        // The hub is in between: what it cannot keep reaches nobody in another form.
        await using var chain = await Chain.CreateAsync(MixedScope.Sqlite, role, null, Table(column, type));
        for (var i = 0; i < kept.Length + changed.Length; i++)
        {
            chain.First.Execute($"INSERT INTO Mixed (Id, {column}) VALUES ({10 + i}, {(i < kept.Length ? kept[i] : changed[i - kept.Length])})");
        }

        var (up, _) = await chain.PassAsync();
        Assert.Equal(Enumerable.Range(10 + kept.Length, changed.Length).Select(i => $$"""{"Id":{{i}}}"""), up.Notes.Select(note => note.Key).Distinct());
        Assert.All(up.Notes, note => Assert.Equal(SyncErrorCode.UnstorableValue, note.Code));
        Assert.All(up.Notes, note => Assert.Contains($"'Mixed.{column}'", note.Message, StringComparison.Ordinal));
        await chain.AssertQuietAsync();
        var all = Stored.Of(chain.First, "Mixed", "Id", column);
        Assert.Equal(all.Take(kept.Length), Stored.Of(chain.Last, "Mixed", "Id", column));
        if (changed.Length > 0)
        {
            chain.Hub.Execute($"ALTER TABLE Mixed DROP COLUMN {column}; ALTER TABLE Mixed ADD COLUMN {column} TEXT");
            await chain.PassAsync();
            await chain.AssertQuietAsync();
            Assert.Equal(all.Skip(kept.Length), Stored.Of(chain.Last, "Mixed", "Id", column).Skip(kept.Length));
        }
    }

    private static string Table(string column, string type)
    {
        var columns = new[] { "At", "Moment", "Day", "Time", "Span", "Count", "Price", "Ratio", "Flag", "Text", "Letter", "Mark", "Bytes" };
        return $"CREATE TABLE Mixed (Id INTEGER NOT NULL PRIMARY KEY, {string.Join(", ", columns.Select(name => name == column ? $"{name} {type}" : name))})";
    }
}
