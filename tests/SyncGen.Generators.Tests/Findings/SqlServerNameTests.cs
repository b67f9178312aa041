using SyncGen.CodeGeneration.Model;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>SYNC0506: names that SQL Server refuses.</summary>
public sealed class SqlServerNameTests
{
    private const string Quarter = "éaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Longest = Quarter + Quarter + Quarter + Quarter;

    [Fact]
    public void Name_that_fits_is_no_finding() => Assert.Empty(Findings(
        "[SyncEntity, Table(\"" + Longest + "\", Schema = \"" + Longest + "\")] class A { public int Id { get; set; } [Column(\"" + Longest + "\")] public int X { get; set; } }",
        Databases.SqlServer));

    [Theory]
    [InlineData("[SyncEntity, Table(\"a" + Longest + "\")] class A { public int Id { get; set; } }", "\"a" + Longest + "\"")]
    [InlineData("[SyncEntity, Table(\"A\", Schema = \"a" + Longest + "\")] class A { public int Id { get; set; } }", "\"A\"")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Column(\"a" + Longest + "\")] public int X { get; set; } }", "X")]
    public void Longer_ones_are(string code, string place)
    {
        Assert.Equal([$"SYNC0506 at '{place}'"], Findings(code, Databases.SqlServer));
        Assert.DoesNotContain(Findings(code, Databases.Sqlite), f => f.StartsWith("SYNC0506", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Findings(string code, Databases databases) => GeneratorRun.Of(TestProject.Of(code) with { Databases = databases }).Findings;
}
