using System.Collections;
using System.Reflection;
using Microsoft.SqlServer.Dac.Model;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers.Specification.Models;
using SyncGen.Relational;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Statements;

namespace SyncGen.SqlServer.Tests.Offline;

/// <summary>Without a server: scripts and statements are parsed, and their names resolved, as SQL Server 2016 and Azure SQL do.</summary>
public sealed class OfflineTests
{
    public static TheoryData<string, string> Scopes()
    {
        var data = new TheoryData<string, string>();
        foreach (var scope in AllScopes())
        {
            data.Add(scope.Definition.Name, nameof(SqlServerVersion.Sql130));
            data.Add(scope.Definition.Name, nameof(SqlServerVersion.SqlAzure));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Scripts_and_statements_are_resolved(string scope, string version)
    {
        var stores = AllScopes().Single(candidate => candidate.Definition.Name == scope);
        await using var provider = stores.SqlServer("Server=nowhere;Database=none", new SqlServerProviderOptions());
        using var schema = new TSqlSchema(Enum.Parse<SqlServerVersion>(version));
        RunScripts(schema, provider);

        var statements = StatementsOf(stores.Definition).Distinct().ToList();
        Assert.True(statements.Count > 20 * stores.Definition.Tables.Count, "Too few statements were found: their shape has changed.");
        foreach (var sql in statements)
        {
            schema.Add(sql, [.. SqlServerCommandText.OrdinalsIn(sql).Select(SqlServerDialect.Instance.Parameter)]);
        }

        var found = schema.Validate();
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    [Fact]
    public void What_is_wrong_is_found()
    {
        using var schema = new TSqlSchema(SqlServerVersion.Sql130);
        schema.Run("CREATE TABLE [a] ([x] int NOT NULL)\nGO\nCREATE TRIGGER [t] ON [a] AFTER INSERT AS INSERT INTO [b] ([x]) SELECT i.[x] FROM inserted AS i\nGO\n");
        schema.Add("SELECT [y] FROM [a]", []);
        schema.Add("SELECT [x] FROM [a] LIMIT 1", []);

        var found = schema.Validate();

        Assert.Contains(found, message => message.Contains("[b]", StringComparison.Ordinal));
        Assert.Contains(found, message => message.Contains("[y]", StringComparison.Ordinal));
        Assert.Contains(found, message => message.Contains("LIMIT", StringComparison.Ordinal));
    }

    private static IEnumerable<ScopeStores> AllScopes() => typeof(ScopeStores).Assembly.GetTypes()
        .Select(type => type.GetProperty("Stores", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<ScopeStores>();

    private static void RunScripts(TSqlSchema schema, RelationalProvider provider)
    {
        foreach (var table in provider.Scripts.Tables)
        {
            schema.Run(table.CreateTable);
        }

        schema.Run(provider.Scripts.CreateScope);
        foreach (var table in provider.Scripts.Tables)
        {
            schema.Run(table.CreateRelations);
            schema.Run(table.CreateLog);
            schema.Run(table.CreatePeer);
            schema.Run(table.CreateLeaf);
            schema.Run(table.CreatePart);
        }

        foreach (var table in provider.Scripts.Tables)
        {
            schema.Run(table.Drop);
            schema.Run(table.DropRelations);
        }

        schema.Run(provider.Scripts.DropScope);
    }

    /// <summary>All statements that are composed for the tables of a scope, once with every trait that makes more of them.</summary>
    private static IEnumerable<string> StatementsOf(SyncScope scope)
    {
        var filters = FilterLayout.Of(scope);
        for (var i = 0; i < scope.Tables.Count; i++)
        {
            var table = scope.Tables[i];
            var statements = new TableStatements(scope.Name, table, SqlServerDialect.Instance, TraitsOf(scope, table), filters[i]);
            const string Stage = "#syncgen_stage_1";
            var create = SqlServerStage.CreateOf(Stage, [.. table.Columns.Select(_ => "nvarchar(40)")]);
            var staged = TextsOf(new SetSql(table, statements, SqlServerDialect.Instance, Stage)).Select(sql => $"{create};\n{sql}");
            foreach (var sql in TextsOf(statements).Concat(staged).Concat(statements.KeptBy(scope)))
            {
                yield return sql;
            }
        }
    }

    private static TableTraits TraitsOf(SyncScope scope, SyncTable table)
    {
        var keys = new List<ForeignKeyTraits>();
        foreach (var relation in table.Relations)
        {
            var parent = scope.Tables.Single(candidate => candidate.Name == relation.Parent);
            keys.Add(new ForeignKeyTraits(parent.Name, NamesOf(table, relation.Columns), NamesOf(parent, [.. Enumerable.Range(0, relation.Columns.Count)])) { ParentSchema = parent.Schema });
        }

        var references = scope.Tables.SelectMany(child => child.Relations.Where(relation => relation.Parent == table.Name).Select(relation =>
            new ReferenceTraits(child.Name, NamesOf(child, relation.Columns), NamesOf(table, [.. Enumerable.Range(0, relation.Columns.Count)])) { ChildSchema = child.Schema, ActsOnDelete = true }));
        var columns = table.Columns.Select(column => new SqlServerColumn(column.Name, "nvarchar", "nvarchar(40)", true, false, false, false, true, 40)).ToList();
        return new TableTraits(null, keys)
        {
            References = [.. references],
            KeysVary = true,
            Uniques = SqlServerUniqueValues.Of(table, columns, [new SqlServerUniqueIndex("all", [.. table.Columns.Where(column => !column.IsComputed).Select(column => column.Name)], IsPartial: false)]),
        };
    }

    private static List<string> NamesOf(SyncTable table, IReadOnlyList<int> columns) => [.. columns.Select(column => table.Columns[column].Name)];

    // Every text that an object of ours holds, in lists and in objects within it too, if it is a statement.
    private static IEnumerable<string> TextsOf(object part)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(part))
            {
                case string sql when IsStatement(sql):
                    yield return sql;
                    break;
                case IEnumerable<string> several:
                    foreach (var sql in several.Where(IsStatement))
                    {
                        yield return sql;
                    }

                    break;
                case IEnumerable list when property.PropertyType.Namespace != "System":
                    foreach (var sql in list.Cast<object>().Where(IsOurs).SelectMany(TextsOf))
                    {
                        yield return sql;
                    }

                    break;
                case { } inner when IsOurs(inner):
                    foreach (var sql in TextsOf(inner))
                    {
                        yield return sql;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsOurs(object value) => value.GetType().Namespace is "SyncGen.Relational.Statements" or "SyncGen.Relational.Filters" && value is not FilterLayout;

    private static bool IsStatement(string text) =>
        text.Contains(' ', StringComparison.Ordinal) && (text.StartsWith("SELECT ", StringComparison.Ordinal) || text.StartsWith("INSERT ", StringComparison.Ordinal)
        || text.StartsWith("UPDATE ", StringComparison.Ordinal) || text.StartsWith("DELETE ", StringComparison.Ordinal) || SqlServerScript.Is(text));
}
