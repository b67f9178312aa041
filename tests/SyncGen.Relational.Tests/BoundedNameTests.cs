using System.Text;

namespace SyncGen.Relational.Tests;

/// <summary>Names that fit into 63 bytes. The generator has the same rule, and the same names in its tests.</summary>
public sealed class BoundedNameTests
{
    [Theory]
    [InlineData("syncgen_s_T_log", "syncgen_s_T_log")]
    [InlineData("syncgen_s_éééééééééééééééééééééééé_log", "syncgen_s_éééééééééééééééééééééééé_log")]
    [InlineData("syncgen_s_éééééééééééééééééééééééééé_log", "syncgen_s_éééééééééééééééééééééé_95a0b7da")]
    [InlineData("syncgen_s_ééééééééééééééééééééééééééé_log", "syncgen_s_éééééééééééééééééééééé_993be3e2")]
    [InlineData("syncgen_ss_ééééééééééééééééééééééééééé_log", "syncgen_ss_ééééééééééééééééééééé_21898f8d")]
    public void Long_names_end_with_a_hash(string name, string expected) => Assert.Equal(expected, BoundedName.Of(name, 63));

    [Theory]
    [InlineData(63, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData(64, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_d96f0f85")]
    public void Names_are_as_long_as_they_may_be(int length, string expected) => Assert.Equal(expected, BoundedName.Of(new string('a', length), 63));

    [Fact]
    public void Characters_stay_whole()
    {
        var name = BoundedName.Of(new string('a', 51) + "\U0001F600\U0001F600\U0001F600\U0001F600", 63);

        Assert.Equal("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_61cd3ed2", name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 63);
    }
}
