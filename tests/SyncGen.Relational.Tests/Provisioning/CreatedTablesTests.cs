using SyncGen.Relational.Provisioning;

namespace SyncGen.Relational.Tests.Provisioning;

/// <summary>Which tables provisioning made is read back as it was written, whatever their names hold.</summary>
public sealed class CreatedTablesTests
{
    [Fact]
    public void Names_come_back_whatever_they_hold()
    {
        string[] names = ["Order Details", "select", "a\"b", "été", "a,b", "[x]", "back\\slash", "line\nbreak", new('n', 128)];

        Assert.Equal(names.ToHashSet(), CreatedTables.Read(CreatedTables.Write(names)));
    }

    [Fact]
    public void None_is_none() => Assert.Empty(CreatedTables.Read(CreatedTables.Write([])));
}
