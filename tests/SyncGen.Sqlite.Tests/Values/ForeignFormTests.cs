using SyncGen.Sqlite.Tests.Model.Values;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>
/// What other programs put into columns: it arrives with its meaning, or the row is reported as unreadable and all others
/// travel. Nothing is guessed, nothing is sent again and again.
/// </summary>
public sealed class ForeignFormTests
{
    private const string Unreadable = "unreadable";

    // The column, what a program stored, and what arrives.
    private static readonly (string Column, string Stored, string Arrives)[] s_forms =
    [
        ("At", "'2026-11-22T17:05:00'", "'2026-11-22 17:05:00'"),
        ("At", "'2026-11-22 17:05'", "'2026-11-22 17:05:00'"),
        ("At", "'2026-11-22'", "'2026-11-22 00:00:00'"),
        ("At", "'2026-11-22T17:05:00Z'", "'2026-11-22 17:05:00'"),
        ("At", "'2026-11-22T17:05:00+01:00'", "'2026-11-22 16:05:00'"),
        ("At", "2440587.5", "'1970-01-01 00:00:00'"),
        ("At", "2451545", "'2000-01-01 12:00:00'"),
        ("At", "'yesterday'", Unreadable),
        ("At", "''", Unreadable),
        ("At", "'2026-02-30 00:00:00'", Unreadable),
        ("At", "'10000-01-01 00:00:00'", Unreadable),
        ("At", "1e300", Unreadable),
        ("At", "-1", Unreadable),
        ("At", "9e999", Unreadable),
        ("At", "X'00'", Unreadable),
        ("Moment", "'2026-11-22 17:05:00'", "'2026-11-22 17:05:00+00:00'"),
        ("Moment", "'2026-11-22T17:05:00Z'", "'2026-11-22 17:05:00+00:00'"),
        ("Moment", "2440587.5", "'1970-01-01 00:00:00+00:00'"),
        ("Moment", "'0001-01-01 00:00:00+14:00'", Unreadable),
        ("Moment", "'9999-12-31 23:59:59-14:00'", Unreadable),
        ("Moment", "'noon'", Unreadable),
        ("Day", "'2026-11-22 17:05:00'", "'2026-11-22'"),
        ("Day", "2440587.5", "'1970-01-01'"),
        ("Day", "'2026-13-01'", Unreadable),
        ("Time", "'25:00:00'", Unreadable),
        ("Time", "0.5", Unreadable),
        ("Span", "1.5", "'1.12:00:00'"),
        ("Span", "1e300", Unreadable),
        ("Span", "'99999999999.00:00:00'", Unreadable),
        ("Count", "'12'", "12"),
        ("Count", "12.0", "12"),
        ("Count", "12.5", Unreadable),
        ("Count", "9223372036854775808", Unreadable),
        ("Count", "9e999", Unreadable),
        ("Count", "'twelve'", Unreadable),
        ("Count", "''", Unreadable),
        ("Count", "X'0C'", Unreadable),
        ("Price", "12", "'12.0'"),
        ("Price", "1.5", "'1.5'"),
        ("Price", "'1.50'", "'1.5'"),
        ("Price", "'1e3'", "'1000.0'"),
        ("Price", "'79228162514264337593543950336'", Unreadable),
        ("Price", "9e999", Unreadable),
        ("Price", "'1,5'", Unreadable),
        ("Price", "''", Unreadable),
        ("Ratio", "'abc'", Unreadable),
        ("Ratio", "''", Unreadable),
        ("Ratio", "X'3F'", Unreadable),
        ("Ratio", "12", "12.0"),
        ("Flag", "2", "1"),
        ("Flag", "-1", "1"),
        ("Flag", "'true'", "1"),
        ("Flag", "'yes'", Unreadable),
        ("Text", "12", "'12'"),
        ("Text", "X'414243'", Unreadable),
        ("Text", "CAST(X'FF41' AS TEXT)", Unreadable),
        ("Text", "CAST(X'EDA080' AS TEXT)", Unreadable),
        ("Text", "CAST(X'C080' AS TEXT)", Unreadable),
        ("Letter", "'ab'", Unreadable),
        ("Letter", "''", Unreadable),
        ("Letter", "char(0x1F600)", Unreadable),
        ("Letter", "65", Unreadable),
        ("Mark", "'{0A0B0C0D-1111-2222-3333-44445555AAAA}'", "'0A0B0C0D-1111-2222-3333-44445555AAAA'"),
        ("Mark", "'0A0B0C0D'", Unreadable),
        ("Mark", "X'0A0B'", Unreadable),
        ("Mark", "7", Unreadable),
        ("Bytes", "'text'", "CAST('text' AS BLOB)"),
        ("Bytes", "7", Unreadable),
    ];

    private static readonly string[] s_columns = ["Id", .. s_forms.Select(form => form.Column).Distinct()];

    public static TheoryData<SyncRole, int, bool> Cases => new()
    {
        { SyncRole.Leaf, 1, true }, { SyncRole.Leaf, 1 << 20, false }, { SyncRole.Peer, 1, false }, { SyncRole.Peer, 1 << 20, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task They_arrive_with_their_meaning_or_are_reported(SyncRole role, int batch, bool fromClient)
    {
        await using var chain = await Chain.CreateAsync(MixedScope.Sqlite, role);
        var options = new SyncOptions { BatchBytesMax = batch };
        var source = fromClient ? chain.First : chain.Hub;
        for (var i = 0; i < s_forms.Length; i++)
        {
            source.Execute($"INSERT INTO Mixed (Id, {s_forms[i].Column}) VALUES ({i}, {s_forms[i].Stored})");
        }

        var before = Stored.Of(source, "Mixed", s_columns);
        var (up, down) = await chain.PassAsync(options);
        if (role == SyncRole.Peer || !fromClient)
        {
            // A leaf's first download brings its own rows too, in the form in which the hub has them.
            Assert.Equal(before, Stored.Of(source, "Mixed", s_columns));
        }

        var unreadable = Enumerable.Range(0, s_forms.Length).Where(i => s_forms[i].Arrives == Unreadable).ToList();
        foreach (var result in fromClient ? [up] : new[] { up, down })
        {
            Assert.All(result.Notes, note => Assert.Equal(SyncErrorCode.UnreadableValue, note.Code));
            Assert.Equal(unreadable.Select(i => $$"""{"Id":{{i}}}""").Order(StringComparer.Ordinal), result.Notes.Select(note => note.Key).Order(StringComparer.Ordinal));
            Assert.All(result.Notes, note => Assert.Contains("'Mixed.", note.Message, StringComparison.Ordinal));
        }

        AssertArrived(chain.Last, unreadable);
        await chain.AssertQuietAsync(options);
        AssertArrived(chain.Last, unreadable);

        // Once they are corrected they travel; those that were deleted are gone.
        foreach (var i in unreadable)
        {
            source.Execute(i % 3 == 0 ? $"DELETE FROM Mixed WHERE Id = {i}" : $"UPDATE Mixed SET {s_forms[i].Column} = NULL WHERE Id = {i}");
        }

        await chain.PassAsync(options);
        await chain.AssertQuietAsync(options);
        var (last, notes) = await chain.PassAsync(options);
        Assert.Empty(last.Notes.Concat(notes.Notes));
        Assert.Equal(source.Rows("SELECT Id FROM Mixed ORDER BY Id"), chain.Last.Rows("SELECT Id FROM Mixed ORDER BY Id"));
    }

    private static void AssertArrived(Stores.Database database, List<int> unreadable)
    {
        var expected = Enumerable.Range(0, s_forms.Length).Except(unreadable)
            .Select(i => $"{i} {s_forms[i].Column} {s_forms[i].Stored} arrived");
        var arrived = Enumerable.Range(0, s_forms.Length)
            .Where(i => database.Rows($"SELECT 1 FROM Mixed WHERE Id = {i}").Count > 0)
            .Select(i => $"{i} {s_forms[i].Column} {s_forms[i].Stored} "
                + (s_forms[i].Arrives != Unreadable && database.Rows($"SELECT 1 FROM Mixed WHERE Id = {i} AND {s_forms[i].Column} IS {s_forms[i].Arrives} AND typeof({s_forms[i].Column}) = typeof({s_forms[i].Arrives})").Count == 1
                    ? "arrived" : "became " + database.Scalar($"SELECT typeof({s_forms[i].Column}) || ' ' || quote({s_forms[i].Column}) FROM Mixed WHERE Id = {i}")));
        Assert.Equal(expected, arrived);
    }
}
