using SyncGen.CodeGeneration.Model;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>SYNC0505: names that PostgreSQL would cut, or keeps for itself.</summary>
public sealed class PostgreSqlNameTests
{
    private const string Longest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("[SyncEntity, Table(\"" + Longest + "\", Schema = \"" + Longest + "\")] class A { public int Id { get; set; } [Column(\"" + Longest + "\")] public int X { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Column(\"Xmin\")] public int X { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Timestamp, Column(\"xmin\")] public uint X { get; set; } }")]
    [InlineData("[SyncEntity, Table(\"xmin\")] class A { public int Id { get; set; } }")]
    public void Name_that_fits_is_no_finding(string code) => Assert.Empty(Findings(code, Databases.PostgreSql));

    [Theory]
    [InlineData("[SyncEntity, Table(\"a" + Longest + "\")] class A { public int Id { get; set; } }", "\"a" + Longest + "\"")]
    [InlineData("[SyncEntity, Table(\"é" + Longest + "\", Schema = \"x\")] class A { public int Id { get; set; } }", "\"é" + Longest + "\"")]
    [InlineData("[SyncEntity, Table(\"A\", Schema = \"a" + Longest + "\")] class A { public int Id { get; set; } }", "\"A\"")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Column(\"ééééééééééééééééééééééééééééééééé\")] public int X { get; set; } }", "X")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } public int ctid { get; set; } }", "ctid")]
    public void Other_names_are(string code, string place)
    {
        Assert.Equal([$"SYNC0505 at '{place}'"], Findings(code, Databases.PostgreSql));
        Assert.DoesNotContain(Findings(code, Databases.Sqlite), f => f.StartsWith("SYNC0505", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Findings(string code, Databases databases) => GeneratorRun.Of(TestProject.Of(code) with { Databases = databases }).Findings;
}
