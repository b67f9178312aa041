using SyncGen.CodeGeneration.Model;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Generators.Tests.GoldenFiles;
using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Emitted codecs, run: what is read is written, and equality sees every change and nothing else.</summary>
public sealed class CodecTests
{
    private const int EntityCount = 40;

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 4));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Codecs_of_random_classes_keep_random_rows(int seed)
    {
        var scope = EmittedScope.Load(RandomEntities.Code(seed, EntityCount), "Demo.AllScope");
        var check = new CodecCheck(new Random(seed));

        Assert.Equal(EntityCount, scope.Tables.Count);
        Assert.True(scope.Tables.Sum(t => t.Accept(check)) > EntityCount * 50);
    }

    [Theory]
    [InlineData("Scalars")]
    [InlineData("NullableScalars")]
    public void Codecs_of_all_types_keep_random_rows(string name)
    {
        var scope = EmittedScope.Load(GoldenFile.Input(name), "Demo.DefaultScope");
        var types = scope.Tables[0].Columns.Select(c => c.Type).Distinct();

        Assert.Equal(Enum.GetValues<SyncType>(), types.Order());
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.True(scope.Tables[0].Accept(new CodecCheck(new Random(seed))) > 0);
        }
    }

    [Fact]
    public void Unknown_name_of_an_enum_is_an_unreadable_value()
    {
        const string Code = "public enum E { A } [SyncEntity(EnumsByName = true)] public class C { public int Id { get; set; } public E E { get; set; } }";
        var table = EmittedScope.Load(Code, "DefaultScope").Tables[0];

        var exception = Assert.Throws<SyncException>(() => table.Accept(new ReadOne([1, "B"])));
        Assert.Equal(SyncErrorCode.UnreadableValue, exception.Code);
        Assert.Contains("'B'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_alone_leaves_the_rest_at_its_default()
    {
        const string Code = "[SyncEntity] public record R(int Id, string Text, int? Number) { public required string More { get; init; } }";
        var table = EmittedScope.Load(Code, "DefaultScope").Tables[0];

        Assert.Equal("R { Id = 7, Text = , Number = , More =  }", table.Accept(new ReadKey([7])));
    }

    [Fact]
    public void Field_of_the_users_part_can_use_the_scope()
    {
        const string Code =
            """
            [SyncEntity]
            public class A { public int Id { get; set; } }

            [SyncScope("s", typeof(A))]
            public partial class S
            {
                public static readonly string Name = Definition.Name;
                public static readonly object Store = Sqlite("Data Source=:memory:");
            }
            """;
        var type = EmittedScope.Assembly(Code).GetType("S")!;

        Assert.Equal("s", type.GetField("Name")!.GetValue(null));
        Assert.NotNull(type.GetField("Store")!.GetValue(null));
    }

    [Fact]
    public void Entities_of_another_project_are_read_from_its_assembly()
    {
        var library = TestProject.Of(
            """
            namespace Library;

            [SyncEntity]
            public record Person([property: Key] Guid Id, string Name, string? Note) { public required DateOnly Born { get; init; } public Guid? BossId { get; init; } public Person? Boss { get; init; } }
            """) with
        { AssemblyName = "Library", Databases = Databases.None };
        var app = TestProject.Of("[SyncScope(\"people\", typeof(Library.Person))] public partial class People;") with { Libraries = [library.ToReference()] };

        var run = GeneratorRun.Of(app);

        Assert.Empty(run.Findings);
        Assert.Empty(run.Complaints);
        var table = run.Files["People.PersonTable.g.cs"];
        Assert.Contains("new(\"Note\", global::SyncGen.Model.SyncType.String, IsNullable: true)", table, StringComparison.Ordinal);
        Assert.Contains("new(\"Person\", [4])", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_in_an_entity_of_another_project_stands_where_the_scope_lists_it()
    {
        var library = TestProject.Of("[SyncEntity] public class Person { public string Name { get; set; } = \"\"; }") with { AssemblyName = "Library" };
        var app = TestProject.Of("[SyncScope(\"people\", typeof(Person))] public partial class People;") with { Libraries = [library.ToReference()] };

        Assert.Equal(["SYNC0101 at 'typeof(Person)'"], GeneratorRun.Of(app).Findings);
    }
}
