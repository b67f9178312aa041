using Microsoft.SqlServer.TransactSql.ScriptDom;
using SyncGen.CodeGeneration.Model;
using SyncGen.Testing;
using SyncGen.Testing.Servers;
using SyncGen.Tool.Scaffolding.Schema;
using SyncGen.Tool.Scaffolding.Sources;
using SyncGen.Tool.Scaffolding.Types;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class SqlServerTests
{
    public static TheoryData<string> Queries => [.. SqlServerQueries.All];

    [Theory]
    [MemberData(nameof(Queries))]
    public void SQL_Server_2016_parses_the_query(string sql) => Assert.Empty(Errors(sql));

    [Fact]
    public void The_parser_notices_what_is_wrong() => Assert.NotEmpty(Errors(SqlServerQueries.Tables + " LIMIT 1"));

    [Theory]
    [InlineData("bit", "Boolean")]
    [InlineData("tinyint", "Byte")]
    [InlineData("smallint", "Int16")]
    [InlineData("int", "Int32")]
    [InlineData("bigint", "Int64")]
    [InlineData("real", "Single")]
    [InlineData("float", "Double")]
    [InlineData("money", "Decimal")]
    [InlineData("nvarchar", "String")]
    [InlineData("char", "String")]
    [InlineData("datetime", "DateTime")]
    [InlineData("datetime2", "DateTime")]
    [InlineData("datetimeoffset", "DateTimeOffset")]
    [InlineData("date", "DateOnly")]
    [InlineData("time", "TimeOnly")]
    [InlineData("uniqueidentifier", "Guid")]
    [InlineData("varbinary", "Binary")]
    [InlineData("timestamp", null)]
    [InlineData("text", null)]
    [InlineData("ntext", null)]
    [InlineData("image", null)]
    [InlineData("sql_variant", null)]
    [InlineData("geography", null)]
    public void Columns_become_what_their_types_hold(string type, string? expected) =>
        Assert.Equal(expected, new SqlServerTypeMapping().TypeOf(new ColumnSchema("c", type, type))?.Stored.ToString());

    [Theory]
    [InlineData(9, 0, "Int64", null)]
    [InlineData(18, 0, "Int64", null)]
    [InlineData(19, 0, "Decimal", null)]
    [InlineData(10, 2, "Decimal", "decimal(10,2)")]
    [InlineData(15, 15, "Decimal", "decimal(15,15)")]
    [InlineData(16, 2, "Decimal", null)]
    public void Decimals_without_a_fraction_are_whole_numbers(int precision, int scale, string type, string? storeType)
    {
        var mapped = new SqlServerTypeMapping().TypeOf(new ColumnSchema("c", "decimal", "decimal") { Precision = precision, Scale = scale });

        Assert.Equal((type, storeType), (mapped!.Stored.ToString(), mapped.StoreType));
    }

    [RequiresFact(Requirement.SqlServer)]
    public async Task A_live_schema_is_read()
    {
        var scaffolded = await Scaffolded.ServerAsync(
            Databases.SqlServer,
            await SqlServerServer.SharedAsync(),
            """
            CREATE SCHEMA sales
            GO
            CREATE TYPE code FROM nvarchar(7) NOT NULL
            GO
            CREATE TABLE parent (id int IDENTITY PRIMARY KEY, name nvarchar(20) NOT NULL UNIQUE, big nvarchar(max), c code, n decimal(10,2), t text, v rowversion, s AS (id + 1))
            GO
            CREATE TABLE sales.[Order Details] ([select] uniqueidentifier PRIMARY KEY DEFAULT newid(), parent_id int REFERENCES parent, old varchar(5))
            GO
            CREATE TRIGGER mine ON parent AFTER INSERT AS SET NOCOUNT ON
            GO
            CREATE TABLE syncgen_todo_state (id int PRIMARY KEY)
            """);

        Assert.Equal(["Parent", "OrderDetails"], scaffolded.Entities);
        Assert.Equal(
            [
                """Id: {"column":"id","type":"Int32","key":true}""",
                """Name: {"column":"name","type":"String","maxLength":20}""",
                """Big: {"column":"big","type":"String","nullable":true}""",
                """C: {"column":"c","type":"String","maxLength":7}""",
                """N: {"column":"n","type":"Decimal","nullable":true,"storeType":"decimal(10,2)"}""",
                """S: {"column":"s","type":"Int32","nullable":true,"computed":true}""",
            ],
            scaffolded.Members("Parent"));
        Assert.Equal("sales", (string?)scaffolded.Entity("OrderDetails")["schema"]);
        Assert.Equal(["""Parent: {"entity":"Parent","properties":["ParentId"]}"""], scaffolded.Members("OrderDetails", "references"));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("parent.v: Left out", StringComparison.Ordinal));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("parent.t: Left out", StringComparison.Ordinal));
        Assert.Contains(scaffolded.Notes, note => note.Contains("the trigger 'mine'", StringComparison.Ordinal));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("sales.Order Details: Text in old loses", StringComparison.Ordinal));
    }

    private static IList<ParseError> Errors(string sql)
    {
        using var text = new StringReader(sql);
        new TSql130Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        return errors;
    }
}
