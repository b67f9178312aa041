using Microsoft.SqlServer.TransactSql.ScriptDom;
using SyncGen.Providers.Specification.Models.Policies;

namespace SyncGen.SqlServer.Tests.Offline;

/// <summary>Batches end at GO, and parameters are found, whatever names and text hold.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("a\nGO\nb\n", "a", "b")]
    [InlineData("a\n go \nb", "a", "b")]
    [InlineData("GO\nGO\na\nGO\n", "a")]
    [InlineData("", new string[0])]
    [InlineData("x 'it''s\nGO\n' y\nGO\nb", "x 'it''s\nGO\n' y", "b")]
    [InlineData("x [a]]\nGO\nb] y\nGO\nc", "x [a]]\nGO\nb] y", "c")]
    [InlineData("x \"a\"\"\nGO\n\" y\nGO\nc", "x \"a\"\"\nGO\n\" y", "c")]
    [InlineData("/* it's\nGO\n*/ a\nGO\nb", "/* it's\nGO\n*/ a", "b")]
    [InlineData("a -- it's [not open\nGO\nb", "a -- it's [not open", "b")]
    [InlineData("a GO b\nGOTO c", "a GO b\nGOTO c")]
    public void Batches_end_where_GO_stands_alone(string script, params string[] batches) =>
        Assert.Equal(batches, SqlServerScript.BatchesOf(script).Select(batch => batch.TrimEnd('\n')));

    [Theory]
    [InlineData("SELECT @p0, @p10, @p0", 0, 10)]
    [InlineData("SELECT [@p1], [a]]@p2], '@p3''@p4', \"@p5\", @p6", 6)]
    [InlineData("SELECT @price, @p, @@ROWCOUNT", new int[0])]
    public void Parameters_are_found(string sql, params int[] ordinals) => Assert.Equal(ordinals, SqlServerCommandText.OrdinalsIn(sql));

    [Fact]
    public void Nulls_stand_in_the_text() =>
        Assert.Equal("SELECT NULL, @p10, [@p1], NULL", SqlServerCommandText.WithNulls("SELECT @p1, @p10, [@p1], @p1", new HashSet<int> { 1 }));

    [Fact]
    public void A_place_is_compared_column_by_column()
    {
        Assert.Equal("a > @p0", SqlServerDialect.Instance.IsBehind(["a"], ["@p0"]));
        Assert.Equal("a >= @p0 AND (a > @p0 OR a = @p0 AND (b > @p1 OR b = @p1 AND c > @p2))", SqlServerDialect.Instance.IsBehind(["a", "b", "c"], ["@p0", "@p1", "@p2"]));
    }

    [Fact]
    public void Statements_of_a_migration_are_understood_whatever_names_hold()
    {
        var table = LatestScope.Definition.Tables[0];
        var dialect = SqlServerDialect.Instance;
        foreach (var sql in new[] { dialect.RenameTable("a]'b", "c'd", "e]f"), dialect.RenameColumn(table, "x'y]z", "z'"), dialect.DropColumn(table, "x'y]z") })
        {
            using var text = new StringReader(sql);
            new TSql130Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
            Assert.True(errors.Count == 0, $"{string.Join(", ", errors.Select(error => error.Message))}\n{sql}");
        }
    }
}
