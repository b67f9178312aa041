using SyncGen.CodeGeneration.Emission.PostgreSql;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Emission.PostgreSql;

/// <summary>The SQL as text. The provider's tests run it.</summary>
public sealed class PostgreSqlScriptTests
{
    [Fact]
    public void Foreign_keys_of_a_cycle_wait_for_the_other_table_and_come_in_pairs()
    {
        var scope = Declare.Model("s", Staff("A", "B"), Staff("B", "A"), Staff("C", "C"), Staff("D", "A"));
        var scripts = scope.Tables.ToDictionary(t => t.Name, t => PostgreSqlTableEmitter.Emit("s", t), StringComparer.Ordinal);

        foreach (var (child, parent) in new[] { ("A", "B"), ("B", "A") })
        {
            Assert.DoesNotContain("REFERENCES", scripts[child].CreateTable, StringComparison.Ordinal);
            Assert.Equal(
                $"""
                ALTER TABLE "{child}"
                  DROP CONSTRAINT IF EXISTS "FK_{child}_{parent}_OtherId",
                  ADD CONSTRAINT "FK_{child}_{parent}_OtherId" FOREIGN KEY ("OtherId") REFERENCES "{parent}" ("Id") DEFERRABLE INITIALLY IMMEDIATE;
                """.ReplaceLineEndings("\n"),
                scripts[child].CreateRelations);
            Assert.Equal($"""ALTER TABLE "{child}" DROP CONSTRAINT IF EXISTS "FK_{child}_{parent}_OtherId";""", scripts[child].DropRelations);
        }

        Assert.Contains("""REFERENCES "C" ("Id") DEFERRABLE INITIALLY IMMEDIATE""", scripts["C"].CreateTable, StringComparison.Ordinal);
        Assert.Contains("""REFERENCES "A" ("Id")""" + "\n", scripts["D"].CreateTable, StringComparison.Ordinal);
        Assert.All([scripts["C"], scripts["D"]], s => Assert.Equal("", s.CreateRelations + s.DropRelations));
    }

    [Fact]
    public void Every_name_around_a_functions_body_leaves_the_body_whole()
    {
        foreach (var name in HostileNames.Fixed.Append("$syncgen$").Append("$syncgen1$$syncgen$").Where(n => n.Length <= 63))
        {
            var script = Script(name, new() { ColumnName = new(name, SourceToken.None) });
            var fence = script.CreateLog.Split(" AS $")[1].Split('$')[0];

            // Four functions, and nothing else, each with a fence before and after its body.
            Assert.Equal(9, script.CreateLog.Split($"${fence}$").Length);
        }
    }

    [Fact]
    public void Column_that_the_scope_leaves_out_has_a_default_or_may_be_null()
    {
        var types = Enum.GetValues<StoredType>();
        var columns = types.Select(t => Declare.Property("P" + t, t))
            .Append(Declare.Property("Json", StoredType.String, annotations: new() { ColumnType = "jsonb" }))
            .Append(Declare.Property("Unknown", StoredType.Int32, annotations: new() { Computed = SourceToken.None }));
        var entity = Declare.Entity("T", [Declare.Property("Id", StoredType.Int32), .. columns]);
        var table = new TableDeclaration(entity.Type, SourceToken.None) { Only = [] };
        var sql = PostgreSqlTableEmitter.Emit("s", Declare.Model(Declare.Scope("s", entity) with { Tables = [table] }, entity).Tables[0]).CreateTable;

        Assert.All(types, t => Assert.Contains($"\"P{t}\" {PostgreSqlTypeMap.TypeOf(t)} NOT NULL DEFAULT {PostgreSqlTypeMap.DefaultOf(t)},\n", sql, StringComparison.Ordinal));
        Assert.Contains("\"Json\" jsonb,\n", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("Unknown", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Parent_goes_by_its_schema()
    {
        var parent = Declare.Entity("Parent", Declare.Property("Id", StoredType.Int32)) with { Schema = "a\"b" };
        var child = Declare.Entity("Child", Declare.Property("Id", StoredType.Int32), Declare.Property("ParentId", StoredType.Int32), Declare.Navigation("Parent", "Parent"));
        var scope = SyncGen.CodeGeneration.Model.Building.ModelBuilder.Build([Declare.Scope("s", parent, child)], [parent, child], Declare.Options).Scopes[0];
        var script = PostgreSqlTableEmitter.Emit("s", scope.Tables.Single(t => t.Name == "Child"));

        Assert.Contains("REFERENCES \"a\"\"b\".\"Parent\" (\"Id\")", script.CreateTable, StringComparison.Ordinal);
    }

    private static EntityDeclaration Staff(string name, string other) => Declare.Entity(
        name,
        Declare.Property("Id", StoredType.Int32),
        Declare.Property("OtherId", StoredType.Int32, isNullable: true),
        Declare.Navigation("Other", other));

    private static TableScript Script(string table, PropertyAnnotations annotations)
    {
        var entity = Declare.Entity("T", Declare.Property("Id", StoredType.Int32, annotations: annotations)) with { TableName = new(table, SourceToken.None) };
        return PostgreSqlTableEmitter.Emit("s", Declare.Model("s", entity).Tables[0]);
    }
}
