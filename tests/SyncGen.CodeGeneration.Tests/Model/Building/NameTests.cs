using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Model.Building;

public sealed class NameTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("Todo-2", true)]
    [InlineData("a-", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("2a", false)]
    [InlineData("a_b", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("ａ", false)]
    public void Scope_names_are_letters_digits_and_hyphens(string name, bool isValid) => Assert.Equal(isValid, ParameterName.IsValidForScope(name));

    [Fact]
    public void Names_have_at_most_fifty_characters()
    {
        Assert.True(ParameterName.IsValid(new string('a', 50)));
        Assert.False(ParameterName.IsValid(new string('a', 51)));
        Assert.True(ParameterName.IsValidForScope(new string('a', 50)));
        Assert.False(ParameterName.IsValidForScope(new string('a', 51)));
    }

    [Fact]
    public void Hostile_names_are_usable() => Assert.All(HostileNames.Fixed, name => Assert.True(DatabaseName.IsUsable(name)));

    [Fact]
    public void Names_that_no_database_can_hold_are_not()
    {
        string[] names = ["", "\0", "a\0b", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d"];

        Assert.All(names, name => Assert.False(DatabaseName.IsUsable(name)));
    }

    [Theory]
    [InlineData("sqlite_sequence")]
    [InlineData("SQLite_x")]
    [InlineData("syncgen_todo_state")]
    public void Reserved_names_are_no_table_names(string name) => Assert.False(DatabaseName.IsUsableForTable(name));
}
