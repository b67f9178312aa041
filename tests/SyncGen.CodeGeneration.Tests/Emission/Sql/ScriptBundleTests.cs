using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Emission.Sql;

/// <summary>Scripts come out of the bundle as they went in, and are nothing but comments in between.</summary>
public sealed class ScriptBundleTests
{
    private const Databases All = Databases.Sqlite | Databases.PostgreSql | Databases.MySql | Databases.SqlServer;

    [Theory]
    [InlineData("")]
    [InlineData("*/ class Hostile; /*")]
    [InlineData("a\rclass Hostile;")]
    [InlineData("a\u0085class Hostile;")]
    [InlineData("a\u2028class Hostile;")]
    [InlineData("a\u2029class Hostile;")]
    [InlineData("a\n//==== b")]
    [InlineData(@"back\slash\r\\")]
    public void Script_comes_back_as_it_was(string text)
    {
        EmittedFile[] scripts = [new("a/Sqlite/x.sql", $"SELECT '{text}';\n"), new("b/Sqlite/y.sql", "SELECT 2;\n")];
        var bundle = ScriptBundle.Write(scripts).Text;

        Assert.Equal(scripts, ScriptBundle.Read(bundle));
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(bundle);
        Assert.Empty(tree.GetDiagnostics());
        Assert.Empty(tree.GetRoot().ChildNodes());
    }

    [Fact]
    public void Every_scope_has_three_scripts_for_each_database()
    {
        var scope = Declare.Model("todo", Declare.Entity("Item", Declare.Property("Id", StoredType.Guid)));

        var names = ScopeFiles.Of(scope, All).Select(file => file.Name).ToArray();

        Assert.Equal(12, names.Length);
        Assert.Equal(names, names.Distinct());
        Assert.Contains("todo/SqlServer/provision.leaf.sql", names);
    }

    [Fact]
    public void Triggers_of_MySql_are_fenced_for_its_client()
    {
        var scope = Declare.Model("todo", Declare.Entity("Item", Declare.Property("Id", StoredType.Guid)));
        var script = ScopeFiles.Of(scope, Databases.MySql).Single(file => file.Name.EndsWith("provision.peer.sql", StringComparison.Ordinal)).Text;

        Assert.Equal(Count(script, "CREATE TRIGGER"), Count(script, "DELIMITER $$"));
        Assert.Equal(Count(script, "DELIMITER $$"), Count(script, "DELIMITER ;"));
        Assert.NotEqual(0, Count(script, "CREATE TRIGGER"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
