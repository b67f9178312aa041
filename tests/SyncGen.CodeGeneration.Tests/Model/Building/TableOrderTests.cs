using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Model.Building;

public sealed class TableOrderTests
{
    [Fact]
    public void Parents_come_first_and_others_by_name() =>
        Assert.Equal(["B", "Z", "A", "C"], Order(Table("A", "Z"), Table("B"), Table("C", "A", "B"), Table("Z")));

    [Fact]
    public void Self_reference_is_legal()
    {
        var table = Assert.Single(Declare.Model("s", Table("A", "A")).Tables);

        Assert.True(Assert.Single(table.Relations).IsInCycle);
    }

    [Fact]
    public void Cycle_comes_after_its_parents_and_before_its_children()
    {
        var entities = new[] { Table("A", "Cycle1"), Table("Cycle1", "Cycle2"), Table("Cycle2", "Cycle1", "X"), Table("X") };

        Assert.Equal(["X", "Cycle1", "Cycle2", "A"], Order(entities));
        Assert.Equal(["Cycle1->Cycle2", "Cycle2->Cycle1"], Deferred(entities));
    }

    [Fact]
    public void Random_graphs_have_parents_first_but_for_cycles()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var names = Enumerable.Range(0, random.Next(1, 12)).Select(i => "T" + (char)('A' + i)).ToArray();
            var entities = names.Select(n => Table(n, [.. names.Where(_ => random.Next(5) == 0)])).ToArray();
            var tables = Declare.Model("s", entities).Tables;
            var place = tables.ToDictionary(t => t.Name, t => t.Ordinal);

            Assert.Equal(Enumerable.Range(1, names.Length), tables.Select(t => t.Ordinal));
            foreach (var table in tables)
            {
                Assert.All(table.Relations, r => Assert.True(r.IsInCycle || place[r.ParentTable] < table.Ordinal, $"seed {seed}: {table.Name} before {r.ParentTable}"));
            }

            Assert.Equal(Declare.Model("s", [.. entities.Reverse()]).Fingerprint, Declare.Model("s", entities).Fingerprint);
        }
    }

    private static EntityDeclaration Table(string name, params string[] parents) => Declare.Entity(
        name,
        [
            Declare.Property("Id", StoredType.Int32),
            .. parents.Select(p => Declare.Property($"To{p}Id", StoredType.Int32, isNullable: true)),
            .. parents.Select(p => Declare.Navigation("To" + p, p)),
        ]);

    private static IEnumerable<string> Order(params EntityDeclaration[] entities) => Declare.Model("s", entities).Tables.Select(t => t.Name);

    private static IEnumerable<string> Deferred(EntityDeclaration[] entities) =>
        Declare.Model("s", entities).Tables.SelectMany(t => t.Relations.Where(r => r.IsInCycle).Select(r => $"{t.Name}->{r.ParentTable}"));
}
