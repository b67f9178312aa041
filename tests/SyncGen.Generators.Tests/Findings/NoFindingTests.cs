using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>What looks odd and is right.</summary>
public sealed class NoFindingTests
{
    [Theory]
    [InlineData("[SyncEntity] class A { public int ID { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int aid { get; set; } }")]
    [InlineData("[SyncEntity] class A { public byte[] Id { get; set; } = []; public DateTime At { get; set; } }")]
    [InlineData("[SyncEntity] class A { [Key] public DateTime At { get; set; } [Key] public bool Is { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } public string Full => \"a\" + Id; public IEnumerable<string> All => []; }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } public static object? X { get; set; } internal object? Y { get; set; } public int this[int i] => i; }")]
    [InlineData("[SyncEntity] class A { internal A() { } public int Id { get; internal set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [NotMapped] public object? X { get; set; } }")]
    [InlineData("[SyncEntity] class B { public int Id { get; set; } public A? A { get; set; } } [SyncEntity] class A { public int Id { get; set; } public B? B { get; set; } public List<B> Bs { get; } = []; }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class S { public static int Sqlite(string path) => 1; }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] partial class S { static void OnAConflict(int number) { } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] sealed partial record S { static int ATable; }")]
    [InlineData("class Base<T> { [Key] public virtual T Number { get; set; } = default!; } [SyncEntity] class A : Base<Guid> { public override Guid Number { get; set; } }")]
    [InlineData("record Base(Guid Id); [SyncEntity] record A(Guid Id, string Text) : Base(Id);")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Column(TypeName = \"decimal(18, 2)\")] public decimal X { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Column(TypeName = \"TEXT CHECK (length(X) < 9)\")] public string X { get; set; } = \"\"; }")]
    [InlineData("class Outer { [SyncEntity] internal class A { public int Id { get; set; } } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [Required] public string? X { get; set; } [Required] public int? Y { get; set; } [Required] public Guid? Z { get; set; } }")]
    public void Nothing_is_found_and_the_code_compiles(string code)
    {
        var run = GeneratorRun.Of(TestProject.Of(code));

        Assert.Empty(run.Findings);
        Assert.Empty(run.Complaints);
        Assert.NotEmpty(run.Files);
    }

    [Theory]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } public Unknown X { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A), typeof(Unknown))] partial class S;")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A)), SyncTable(typeof(Unknown))] partial class S;")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } [SyncConverter<Unknown>] public int X { get; set; } }")]
    [InlineData("[SyncEntity] class A { public int Id { get; set; } } [SyncScope(typeof(A))] partial class S;")]
    [InlineData("[SyncEntity] class A : Unknown { public int Id { get; set; } } [SyncScope] partial class S;")]
    [InlineData("[SyncEntity] class A { [Key(1)] public int Id { get; set; } [Column(null!)] public int X { get; set; } [Column(1)] public int Y { get; set; } }")]
    [InlineData("[SyncEntity] class { } [SyncScope(] partial class S")]
    [InlineData("[SyncScope(\"s\", null!)] partial class S;")]
    [InlineData("[SyncScope(\"s\", (Type)null!)] partial class S;")]
    public void What_the_compiler_complains_about_breaks_nothing(string code)
    {
        var run = GeneratorRun.Of(TestProject.Of(code));

        Assert.Null(run.Result.Exception);
    }

    [Fact]
    public void A_warning_can_be_suppressed_where_it_stands()
    {
        const string Code = """
            [SyncEntity]
            public class Folder
            {
                public Guid Id { get; set; }
            }

            [SyncEntity]
            public class Note
            {
                public Guid Id { get; set; }
                public Guid FolderId { get; set; }
                public Folder? Folder { get; set; }
            }

            #pragma warning disable SYNC0301
            [SyncScope("notes", typeof(Note))]
            public partial class NoteScope;
            """;

        Assert.True(Assert.Single(GeneratorRun.Of(TestProject.Of(Code)).Result.Diagnostics).IsSuppressed);
    }
}
