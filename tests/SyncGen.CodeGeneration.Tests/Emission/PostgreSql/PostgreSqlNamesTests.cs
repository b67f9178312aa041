using System.Text;
using SyncGen.CodeGeneration.Emission.PostgreSql;

namespace SyncGen.CodeGeneration.Tests.Emission.PostgreSql;

/// <summary>Names that fit into 63 bytes, and stay apart. The runtime has the same rule: these names are the contract.</summary>
public sealed class PostgreSqlNamesTests
{
    [Theory]
    [InlineData("s", "T", "log", "syncgen_s_T_log")]
    [InlineData("s", "a\"b", "log", "syncgen_s_a\"\"b_log")]
    [InlineData("s", "éééééééééééééééééééééééé", "log", "syncgen_s_éééééééééééééééééééééééé_log")]
    [InlineData("s", "éééééééééééééééééééééééééé", "log", "syncgen_s_éééééééééééééééééééééé_95a0b7da")]
    [InlineData("s", "ééééééééééééééééééééééééééé", "log", "syncgen_s_éééééééééééééééééééééé_993be3e2")]
    [InlineData("ss", "ééééééééééééééééééééééééééé", "log", "syncgen_ss_ééééééééééééééééééééé_21898f8d")]
    public void Names_of_tables_are_cut_between_characters(string scope, string table, string part, string expected) =>
        Assert.Equal($"\"{expected}\"", PostgreSqlNames.OfTable(scope, table, part));

    [Theory]
    [InlineData(63, "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData(64, "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_d96f0f85")]
    [InlineData(50, "😀😀😀😀", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa😀_cc93bd27")]
    [InlineData(51, "😀😀😀😀", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_61cd3ed2")]
    public void Surrogate_pairs_stay_together(int length, string rest, string expected) =>
        Assert.Equal($"\"{expected}\"", PostgreSqlNames.Name(new string('a', rest == "a" ? length - 1 : length) + rest));

    [Fact]
    public void Bounded_names_fit_and_differ()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var table = string.Concat(Enumerable.Range(0, random.Next(1, 64)).Select(_ => "aé名😀"[random.Next(3)]));
            var names = new[] { "log", "track", "edit", "seen", "insert", "update", "track_key" }.Select(p => PostgreSqlNames.OfTable("scope", table, p)).ToArray();

            Assert.All(names, n => Assert.InRange(Encoding.UTF8.GetByteCount(n), 3, 63 + 2));
            Assert.All(names, n => Assert.DoesNotContain("\ufffd", n, StringComparison.Ordinal));
            Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        }
    }
}
