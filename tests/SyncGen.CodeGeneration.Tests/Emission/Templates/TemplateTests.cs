using System.Collections;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Emission.MySql;
using SyncGen.CodeGeneration.Emission.PostgreSql;
using SyncGen.CodeGeneration.Emission.Sqlite;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Emission.SqlServer;
using SyncGen.CodeGeneration.Emission.TypeScript;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Emission.Templates;

/// <summary>Every template, rendered strictly against the least and the most that a model can hold.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Names => new(TemplateRenderer.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_prints_the_least_and_the_most(string name)
    {
        foreach (var scope in new[] { Least(), Most() })
        {
            var text = TemplateRenderer.Render(name, View(name, scope));

            Assert.NotEmpty(text.Trim());
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SyncGen.CodeGeneration", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_throws_where_a_name_is_missing(string name) =>
        Assert.ThrowsAny<Exception>(() => TemplateRenderer.Render(name, new { Unrelated = 1 }));

    [Theory]
    [MemberData(nameof(Names))]
    public void Most_holds_all_that_a_view_can_hold(string name)
    {
        var view = View(name, Most());
        var empty = view.GetType().GetProperties()
            .Where(p => p.GetValue(view) is null or false or "" || (p.GetValue(view) is IEnumerable items and not string && !items.GetEnumerator().MoveNext()))
            .Select(p => p.Name);

        Assert.Empty(empty);
    }

    [Fact]
    public void Unknown_template_is_named() =>
        Assert.Contains("csharp/None", Assert.Throws<InvalidOperationException>(() => TemplateRenderer.Render("csharp/None", new { })).Message, StringComparison.Ordinal);

    [Fact]
    public void Long_lists_are_printed_whole()
    {
        var columns = Enumerable.Range(0, 3_000).Select(i => Declare.Property($"P{i}", StoredType.Int32)).ToArray();
        var scope = Declare.Model("s", Declare.Entity("Wide", [Declare.Property("Id", StoredType.Int32), .. columns]));

        Assert.Contains("\"P2999\" INTEGER NOT NULL\n);", SqliteTableEmitter.Emit("s", scope.Tables[0]).CreateTable, StringComparison.Ordinal);
    }

    private static object View(string name, ScopeModel scope)
    {
        var isMost = scope.Tables.Count > 1;
        var databases = isMost ? Databases.Sqlite | Databases.PostgreSql | Databases.MySql | Databases.SqlServer : Databases.None;
        return name switch
        {
            "csharp/File" => new FileView(isMost ? "App" : null, isMost ? ["partial class A", "{"] : [], "body\n", isMost ? ["}"] : []),
            "csharp/OwnedFile" => new OwnedFileView(isMost ? ["System"] : [], isMost ? "App" : null, "body\n"),
            "csharp/Entity" => EntityEmitter.View(isMost ? Declare.Entity("Wide", Declare.Property("Id", StoredType.Int32)) : Declare.Entity("Bare"), isOwned: isMost),
            "csharp/Scope" => ScopeEmitter.View(ScopeSummary.Of(scope), databases, hasHttp: isMost),
            "csharp/ScopeFilter" => ScopeEmitter.FilterView(scope.Name, ScopeEmitter.View(ScopeSummary.Of(isMost ? Filtered() : scope), databases, hasHttp: false).Parameters),
            "csharp/OwnedScope" => OwnedScopeEmitter.View(Declare.Scope("s", Declare.Entity("A"))),
            "typescript/Scope" => TypeScriptEmitter.View(scope),
            "csharp/Services" => ServicesEmitter.View(scope.Class with { Visibility = isMost ? ClassVisibility.Public : ClassVisibility.Internal }, scope.Name, databases),
            "csharp/Endpoints" => EndpointsEmitter.View(scope.Class with { Visibility = isMost ? ClassVisibility.Public : ClassVisibility.Internal }, scope.Name),
            "csharp/Table" => TableEmitter.View(scope.Class, scope.Name, scope.Tables[^1], databases),
            "csharp/TableStore" => Store(scope, isMost),
            "csharp/TableFunctions" => Functions(scope, isMost),
            _ when name.EndsWith("Part", StringComparison.Ordinal) => Part(name, scope)!,
            _ when name.StartsWith("sql/sqlite/", StringComparison.Ordinal) && (name.EndsWith("Instance", StringComparison.Ordinal) || name.EndsWith("Scope", StringComparison.Ordinal)) => SqliteScopeView.Of(scope.Name),
            _ when name.StartsWith("sql/sqlite/", StringComparison.Ordinal) => SqliteTableEmitter.View(scope.Name, scope.Tables[^1]),
            _ when name.StartsWith("sql/mysql/", StringComparison.Ordinal) && (name.EndsWith("Instance", StringComparison.Ordinal) || name.EndsWith("Scope", StringComparison.Ordinal)) => MySqlScopeView.Of(scope.Name),
            _ when name.StartsWith("sql/mysql/", StringComparison.Ordinal) => MySqlTable(scope, isMost || name.EndsWith("Relations", StringComparison.Ordinal)),
            _ when name.StartsWith("sql/sqlserver/", StringComparison.Ordinal) && (name.EndsWith("Instance", StringComparison.Ordinal) || name.EndsWith("Scope", StringComparison.Ordinal)) => SqlServerScopeView.Of(scope.Name),
            _ when name.StartsWith("sql/sqlserver/", StringComparison.Ordinal) => SqlServerTable(scope, isMost || name.EndsWith("Relations", StringComparison.Ordinal)),
            _ when name.EndsWith("Instance", StringComparison.Ordinal) || name.EndsWith("Scope", StringComparison.Ordinal) => PostgreSqlScopeView.Of(scope.Name),
            _ => PostgreSqlTable(scope, isMost || name.EndsWith("Relations", StringComparison.Ordinal)),
        };
    }

    // Without a filter there is nothing to print: the least has one, of one value.
    private static object? Part(string name, ScopeModel scope)
    {
        var table = scope.Tables[^1].Part is not null ? scope.Tables[^1] : Filtered().Tables[0];
        return name.Split('/')[1] switch
        {
            "sqlite" => SqlitePartEmitter.View(scope.Name, table),
            "mysql" => MySqlPartEmitter.View(scope.Name, table),
            "sqlserver" => SqlServerPartEmitter.View(scope.Name, table),
            _ => PostgreSqlPartEmitter.View(scope.Name, table),
        };
    }

    private static ScopeModel Filtered() => Declare.Model("s", Declare.Entity(
        "A", Declare.Property("Id", StoredType.Int32), Declare.Property("Owner", StoredType.String, annotations: new() { FilterParameter = new("owner", SourceToken.None) })));

    // Only in a cycle with a table that comes later has a table foreign keys of its own script.
    private static PostgreSqlTableView PostgreSqlTable(ScopeModel scope, bool hasRelations)
    {
        var view = PostgreSqlTableEmitter.View(scope.Name, scope.Tables[^1]);
        return hasRelations ? view with { Relations = [new("\"FK_Z_A\"", "FOREIGN KEY (\"ParentId\") REFERENCES \"A\" (\"Id\")")] } : view;
    }

    private static MySqlTableView MySqlTable(ScopeModel scope, bool hasRelations)
    {
        var view = MySqlTableEmitter.View(scope.Name, scope.Tables[^1]);
        return hasRelations ? view with { Relations = [new("`FK_Z_A`", "FOREIGN KEY (`ParentId`) REFERENCES `A` (`Id`)")] } : view;
    }

    private static SqlServerTableView SqlServerTable(ScopeModel scope, bool hasRelations)
    {
        var view = SqlServerTableEmitter.View(scope.Name, scope.Tables[^1]);
        return hasRelations ? view with { Relations = [new("[FK_Z_A]", "FOREIGN KEY ([ParentId]) REFERENCES [A] ([Id])")] } : view;
    }

    // The least has no function at all: then the template prints nothing, so it gets one enum.
    private static TableFunctionsView Functions(ScopeModel scope, bool isMost)
    {
        var view = TableFunctionsView.Of(scope.Tables[^1], new EnumCode(scope.Tables[^1]));
        return isMost ? view : view with { Enums = [new EnumView("E", "global::E", [], [])] };
    }

    // Only in a cycle with a table that comes later has a table foreign keys of its own script.
    private static TableStoreView Store(ScopeModel scope, bool isMost)
    {
        var view = TableEmitter.Store(DatabaseEmitters.Of(Databases.Sqlite).First(), scope.Name, scope.Tables[^1]);
        return isMost ? view with { CreateRelations = "\"ADD\"", DropRelations = "\"DROP\"" } : view;
    }

    private static ScopeModel Least() => Declare.Model("s", Declare.Entity("A", Declare.Property("Id", StoredType.Int32)));

    private static ScopeModel Most()
    {
        var parent = Declare.Entity("A", Declare.Property("Id", StoredType.Binary));
        var enumType = new EnumType("global::App.Colour", "Colour", StoredType.Int32, [new("Red", "0"), new("Rouge", "0"), new("Blue", "1")]);
        var colour = Declare.Property("Colour", StoredType.Int32, annotations: new() { EnumByName = new(true, SourceToken.None) });
        var child = Declare.Entity(
            "Z",
            Declare.Property("Id", StoredType.Binary, annotations: new() { ColumnType = "BLOB COLLATE BINARY" }),
            Declare.Property("ParentId", StoredType.Binary, isNullable: true),
            Declare.Navigation("Parent", "A"),
            Declare.Property("At", StoredType.DateTimeOffset, isNullable: true, new() { FilterParameter = new("at", SourceToken.None) }),
            Declare.Property("Hidden", StoredType.String),
            colour with { Type = colour.Type with { Stored = null, Enum = enumType } }) with
        { Schema = "x", FormerNames = [new("Y", SourceToken.None)] };
        var table = new TableDeclaration(child.Type, SourceToken.None)
        {
            Except = [new("Hidden", SourceToken.None)],
            Direction = TableDirection.UploadOnly,
            Conflicts = TablePolicy.ClientWins,
        };
        var scope = Declare.Scope("s", parent, child);
        var result = SyncGen.CodeGeneration.Model.Building.ModelBuilder.Build(
            [scope with { MayHandOn = true, Tables = [table], Class = scope.Class with { IsEmitted = true } }],
            [parent, child],
            Declare.Options);
        return Assert.Single(result.Scopes);
    }
}
