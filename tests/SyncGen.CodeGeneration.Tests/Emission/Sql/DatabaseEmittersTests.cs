using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Tests.Emission.Sql;

public sealed class DatabaseEmittersTests
{
    [Fact]
    public void Every_database_has_its_emitter_and_its_templates()
    {
        Assert.Equal(DatabaseNames.All, DatabaseEmitters.All.Select(e => e.Kind));
        Assert.Equal(
            DatabaseNames.All.Select(d => d.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal),
            TemplateRenderer.Names.Where(n => n.StartsWith("sql/", StringComparison.Ordinal)).Select(n => n.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_those_that_are_asked_for_emit()
    {
        Assert.Empty(DatabaseEmitters.Of(Databases.None));
        Assert.Equal(["PostgreSql"], DatabaseEmitters.Of(Databases.PostgreSql).Select(e => e.Name));
        Assert.Equal(["Sqlite", "PostgreSql"], DatabaseEmitters.Of(Databases.PostgreSql | Databases.Sqlite).Select(e => e.Name));
    }

    [Fact]
    public void Provider_is_named_as_its_package()
    {
        var emitter = DatabaseEmitters.Of(Databases.PostgreSql).Single();

        Assert.Equal("global::SyncGen.PostgreSql.PostgreSqlProvider", emitter.Provider);
        Assert.Equal("global::SyncGen.PostgreSql.PostgreSqlProviderOptions", emitter.Options);
    }
}
