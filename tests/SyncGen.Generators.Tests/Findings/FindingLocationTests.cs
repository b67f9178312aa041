using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>Findings stand at the very words that are wrong.</summary>
public sealed class FindingLocationTests
{
    [Theory]
    [InlineData("SYNC0001", "[SyncEntity] class A { public int Id { get; set; } } static class Outer { [SyncScope(\"s\", typeof(A))] partial class [|S|]; }")]
    [InlineData("SYNC0002", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] file partial class [|S|];")]
    [InlineData("SYNC0002", "[SyncEntity] class A { public int Id { get; set; } } partial class Outer<T> { [SyncScope(\"s\", typeof(A))] partial class [|S|]; }")]
    [InlineData("SYNC0003", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope([|\"\"|], typeof(A))] partial class S;")]
    [InlineData("SYNC0003", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope([|\"1st\"|], typeof(A))] partial class S;")]
    [InlineData("SYNC0003", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope([|\"été\"|], typeof(A))] partial class S;")]
    [InlineData("SYNC0004", "[SyncEntity] class A { public int Id { get; set; } } [SyncEntity] class B { public int Id { get; set; } } [SyncScope([|\"Default\"|], typeof(A))] partial class S;")]
    [InlineData("SYNC0006", "class A; [SyncScope(\"s\", [|typeof(A)|])] partial class S;")]
    [InlineData("SYNC0006", "struct A; [SyncScope(\"s\", Conflicts = ConflictPolicy.ServerWins, entities: [[|typeof(A)|]])] partial class S;", true)]
    [InlineData("SYNC0007", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A), [|typeof(A)|])] partial class S;")]
    [InlineData("SYNC0008", "[SyncEntity] static class [|A|];")]
    [InlineData("SYNC0008", "[SyncEntity] class [|A|]<T> { public int Id { get; set; } }")]
    [InlineData("SYNC0008", "class Outer<T> { [SyncEntity] public class [|A|] { public int Id { get; set; } } }")]
    [InlineData("SYNC0008", "class Outer { [SyncEntity] class [|A|] { public int Id { get; set; } } }")]
    [InlineData("SYNC0008", "[SyncEntity] file class [|A|] { public int Id { get; set; } }")]
    [InlineData("SYNC0012", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class [|Definition|];")]
    [InlineData("SYNC0012", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class S { static int [|Parts|]; }")]
    [InlineData("SYNC0012", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class S { static void [|Sqlite|](string s, SyncRole r) { } }")]
    [InlineData("SYNC0012", "[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class S { static void [|PostgreSql|](string s, SyncRole r) { } }")]
    [InlineData("SYNC0102", "[SyncEntity] class A { public [|string?|] Id { get; set; } }")]
    [InlineData("SYNC0102", "[SyncEntity] record A([|int?|] Id);")]
    [InlineData("SYNC0103", "[SyncEntity] class A { [Key] public [|double|] Number { get; set; } }")]
    [InlineData("SYNC0103", "[SyncEntity] class A { [Key] public [|float|] Number { get; set; } }")]
    [InlineData("SYNC0105", "[SyncEntity, [|Microsoft.EntityFrameworkCore.PrimaryKey(\"X\", \"X\")|]] class A { public int X { get; set; } }")]
    [InlineData("SYNC0201", "[SyncEntity] class A { public int Id { get; set; } public [|object|] X { get; set; } = 1; }")]
    [InlineData("SYNC0201", "[SyncEntity] class A { public int Id { get; set; } public [|List<string>|] X { get; set; } = []; }")]
    [InlineData("SYNC0201", "[SyncEntity] class A { public int Id { get; set; } public [|int[]|] X { get; set; } = []; }")]
    [InlineData("SYNC0201", "class B; [SyncEntity] class A { public int Id { get; set; } public [|B?|] X { get; set; } }")]
    [InlineData("SYNC0201", "[SyncEntity] record A(int Id, [|(int, int)|] X);")]
    [InlineData("SYNC0201", "[SyncEntity] class A { public int Id { get; set; } public [|nint|] X { get; set; } }")]
    [InlineData("SYNC0203", "[SyncEntity] class A { public int [|Id|] { get; } }")]
    [InlineData("SYNC0203", "[SyncEntity] class A { public int Id { get; set; } public int [|X|] { get; protected set; } }")]
    [InlineData("SYNC0203", "[SyncEntity] class A { public int Id { get; set; } [MaxLength(3)] public string [|X|] => \"\"; }")]
    [InlineData("SYNC0204", "[SyncEntity] class [|A|] { private A() { } public int Id { get; set; } }")]
    [InlineData("SYNC0205", "[SyncEntity] class A { public int Id { get; set; } } [SyncEntity, Table([|\"a\"|], Schema = \"x\")] class B { public int Id { get; set; } } [SyncScope(\"s\", typeof(A), typeof(B))] partial class S;", true)]
    [InlineData("SYNC0206", "class C; [SyncEntity] class A { public int Id { get; set; } [[|SyncConverter<C>|]] public int X { get; set; } }")]
    [InlineData("SYNC0206", "class C : ISyncConverter<int, object> { public static object ToStored(int v) => v; public static int FromStored(object o) => 1; } [SyncEntity] class A { public int Id { get; set; } [[|SyncConverter<C>|]] public int X { get; set; } }")]
    [InlineData("SYNC0206", "class C : ISyncConverter<int, long> { static long ISyncConverter<int, long>.ToStored(int v) => v; static int ISyncConverter<int, long>.FromStored(long o) => 1; } [SyncEntity] class A { public int Id { get; set; } [[|SyncConverter<C>|]] public int X { get; set; } }")]
    [InlineData("SYNC0208", "[SyncEntity] class A { public int Id { get; set; } [NotMapped] public int X { get; set; } } [SyncScope(\"s\", typeof(A)), SyncTable(typeof(A), Except = new[] { [|\"X\"|] })] partial class S;")]
    [InlineData("SYNC0301", "class B; [SyncEntity] class A { public int Id { get; set; } public int BId { get; set; } public B? B { get; set; } } [SyncScope(\"s\", [|typeof(A)|])] partial class S;")]
    [InlineData("SYNC0301", "class B; [SyncEntity] class A { public int Id { get; set; } public int X { get; set; } [ForeignKey([|\"X\"|])] public B? B { get; set; } }")]
    [InlineData("SYNC0302", "[SyncEntity] class B { [Key, Column(Order = 0)] public int X { get; set; } [Key, Column(Order = 1)] public int Y { get; set; } } [SyncEntity] class A { public int Id { get; set; } public int P { get; set; } [ForeignKey([|nameof(P)|])] public B? B { get; set; } }")]
    [InlineData("SYNC0303", "[SyncEntity] class B { public int Id { get; set; } } [SyncEntity] class A { public int Id { get; set; } [ForeignKey([|\"C\"|])] public int BId { get; set; } public B? B { get; set; } }")]
    [InlineData("SYNC0303", "[SyncEntity] class B { public int Id { get; set; } [ForeignKey([|\"X\"|])] public List<A> As { get; } = []; } [SyncEntity] class A { public int Id { get; set; } }")]
    [InlineData("SYNC0402", "[SyncEntity] class A { public int Id { get; set; } [SyncFilter([|\"x\"|])] public byte[] X { get; set; } = []; }")]
    [InlineData("SYNC0403", "[SyncEntity] class A { public int Id { get; set; } [SyncFilter([|\"_\"|])] public int X { get; set; } }")]
    [InlineData("SYNC0502", "[SyncEntity, Table([|\"SyncGen_a\"|])] class A { public int Id { get; set; } }")]
    [InlineData("SYNC0502", "[SyncEntity] class A { public int Id { get; set; } [Column([|\"\"|])] public int X { get; set; } }")]
    [InlineData("SYNC0502", "[SyncEntity] class A { public int Id { get; set; } [Column([|\"\\0\"|])] public int X { get; set; } }")]
    [InlineData("SYNC0502", "[SyncEntity] class A { public int Id { get; set; } [Column([|\"\\ud800\"|])] public int X { get; set; } }")]
    public void Finding_stands_where_the_fault_is(string id, string marked, bool amongOthers = false)
    {
        var code = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var expected = marked[(marked.IndexOf("[|", StringComparison.Ordinal) + 2)..marked.LastIndexOf("|]", StringComparison.Ordinal)];
        var start = TestProject.WithUsings("").Length + marked.IndexOf("[|", StringComparison.Ordinal);

        var run = GeneratorRun.Of(TestProject.Of(code));

        var finding = amongOthers ? run.Result.Diagnostics.First(d => d.Id == id) : Assert.Single(run.Result.Diagnostics);
        Assert.Equal(id, finding.Id);
        Assert.Equal(expected, finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.Equal(start, finding.Location.SourceSpan.Start);
    }
}
