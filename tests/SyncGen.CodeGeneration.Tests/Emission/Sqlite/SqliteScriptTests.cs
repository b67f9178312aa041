using SyncGen.CodeGeneration.Emission.Sqlite;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Emission.Sqlite;

/// <summary>The SQL, run: provisioning, the change log, deprovisioning.</summary>
public sealed class SqliteScriptTests : IDisposable
{
    private readonly SqliteDatabase _database = new();

    [Fact]
    public void Provisioning_twice_is_provisioning_once_and_deprovisioning_leaves_the_table()
    {
        var scope = Declare.Model("s", Parent(), Child());
        _database.Provision(scope);
        var once = _database.Objects;
        _database.Provision(scope);

        Assert.Equal(once, _database.Objects);
        _database.Deprovision(scope);
        // What it created for the application stays as a whole.
        Assert.Equal(["Child", "IX_Child_ParentId", "Parent"], _database.Objects);
        _database.Deprovision(scope);
    }

    [Fact]
    public void Every_write_is_logged_with_its_key()
    {
        var scope = Provisioned(Declare.Model("s", Declare.Entity("T", Declare.Property("Id", StoredType.String), Declare.Property("V", StoredType.Int32))));
        _database.Execute("INSERT INTO T VALUES ('a', 1), ('b', 2)");
        _database.Execute("UPDATE T SET V = 3 WHERE Id = 'a'");
        _database.Execute("UPDATE T SET Id = 'c' WHERE Id = 'b'");
        _database.Execute("DELETE FROM T WHERE Id = 'a'");
        _database.Execute("INSERT OR REPLACE INTO T VALUES ('c', 9)");

        Assert.Equal(["1 a", "1 b", "2 a", "3 b", "2 c", "3 a", "1 c"], _database.Log(scope, scope.Tables[0]));
    }

    [Fact]
    public void Times_are_microseconds_since_1970()
    {
        Provisioned(Declare.Model("s", Declare.Entity("T", Declare.Property("Id", StoredType.Int32))));
        _database.Execute("INSERT INTO T VALUES (1)");
        var logged = DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(_database.Column("SELECT time FROM syncgen_s_T_log")[0]));

        Assert.InRange(DateTimeOffset.UtcNow - logged, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Session_mutes_the_table_that_it_applies_and_no_other()
    {
        var scope = Provisioned(Declare.Model("s", Declare.Entity("A", Declare.Property("Id", StoredType.Int32)), Declare.Entity("B", Declare.Property("Id", StoredType.Int32))));
        _database.Execute("UPDATE syncgen_s_state SET applying = 1");
        _database.Execute("INSERT INTO A VALUES (1); UPDATE A SET Id = 2; DELETE FROM A; INSERT INTO B VALUES (7)");

        Assert.Empty(_database.Log(scope, scope.Tables[0]));
        Assert.Equal(["1 7"], _database.Log(scope, scope.Tables[1]));
    }

    [Fact]
    public void Composite_key_is_logged_whole()
    {
        var key = new PropertyAnnotations { Key = SourceToken.None };
        var scope = Provisioned(Declare.Model("s", Declare.Entity(
            "T",
            Declare.Property("X", StoredType.Int32, annotations: key),
            Declare.Property("Y", StoredType.String, annotations: key),
            Declare.Property("V", StoredType.Int32, isNullable: true))));
        _database.Execute("INSERT INTO T VALUES (1, 'a', NULL); UPDATE T SET V = 5; UPDATE T SET Y = 'b'; DELETE FROM T");

        Assert.Equal(["1 1,a", "2 1,a", "3 1,a", "2 1,b", "3 1,b"], _database.Log(scope, scope.Tables[0]));
    }

    [Fact]
    public void Update_of_columns_that_the_scope_leaves_out_is_not_logged()
    {
        var entity = Declare.Entity(
            "T",
            Declare.Property("Id", StoredType.Int32),
            Declare.Property("Text", StoredType.String, isNullable: true, new() { ColumnType = "TEXT COLLATE NOCASE" }),
            Declare.Property("Hidden", StoredType.String));
        var table = new TableDeclaration(entity.Type, SourceToken.None) { Except = [new("Hidden", SourceToken.None)] };
        var scope = Provisioned(Declare.Model(Declare.Scope("s", entity) with { Tables = [table] }, entity));
        _database.Execute("INSERT INTO T (Id, Text) VALUES (1, 'a')");
        _database.Execute("UPDATE T SET Hidden = 'x'");
        _database.Execute("UPDATE T SET Text = 'a', Hidden = 'y'");
        Assert.Equal(["1 1"], _database.Log(scope, scope.Tables[0]));

        // Another case is another text, though the column compares them as equal.
        _database.Execute("UPDATE T SET Text = 'A'");
        _database.Execute("UPDATE T SET Text = NULL");
        _database.Execute("UPDATE T SET Id = 2");
        Assert.Equal(["1 1", "2 1", "2 1", "3 1", "2 2"], _database.Log(scope, scope.Tables[0]));
    }

    [Fact]
    public void Key_columns_keep_their_collation()
    {
        var entity = Declare.Entity("T", Declare.Property("Id", StoredType.String, annotations: new() { ColumnType = "TEXT COLLATE NOCASE" }));
        var scope = Provisioned(Declare.Model("s", entity));
        _database.Execute("INSERT INTO T VALUES ('a'); UPDATE T SET Id = 'A'");

        Assert.Equal(["1 a", "2 A"], _database.Log(scope, scope.Tables[0]));
        Assert.Equal(["2"], _database.Column("SELECT count(*) FROM syncgen_s_T_log WHERE k0 = 'a'"));
        _database.Execute("INSERT INTO syncgen_s_T_seen VALUES ('x')");
        Assert.ThrowsAny<Exception>(() => _database.Execute("INSERT INTO syncgen_s_T_seen VALUES ('X')"));
    }

    [Fact]
    public void Single_integer_key_is_the_rowid()
    {
        Provisioned(Declare.Model("s", Declare.Entity("T", Declare.Property("Id", StoredType.Int64), Declare.Property("V", StoredType.Int32))));
        _database.Execute("INSERT INTO T (V) VALUES (1); INSERT INTO T (Id, V) VALUES (40, 1); INSERT INTO T (V) VALUES (1)");

        Assert.Equal(["1", "40", "41"], _database.Column("SELECT rowid FROM T ORDER BY rowid"));
    }

    [Fact]
    public void Foreign_keys_hold_and_those_in_cycles_wait_for_the_commit()
    {
        var scope = Provisioned(Declare.Model("s", Parent(), Child(), Self()));
        Assert.ThrowsAny<Exception>(() => _database.Execute("INSERT INTO Child VALUES (1, 7)"));
        _database.Execute("BEGIN; INSERT INTO Self VALUES (1, 2); INSERT INTO Self VALUES (2, 1); COMMIT");

        Assert.Equal(["1 1", "1 2"], _database.Log(scope, scope.Tables.Single(t => t.Name == "Self")));
    }

    [Fact]
    public void Every_type_has_a_default_that_a_column_left_out_can_hold()
    {
        var types = Enum.GetValues<StoredType>();
        var entity = Declare.Entity("T", [Declare.Property("Id", StoredType.Int32), .. types.Select(t => Declare.Property("P" + t, t))]);
        var table = new TableDeclaration(entity.Type, SourceToken.None) { Only = [] };
        var scope = Provisioned(Declare.Model(Declare.Scope("s", entity) with { Tables = [table] }, entity));
        _database.Execute("INSERT INTO T (Id) VALUES (1)");

        Assert.All(types, t => Assert.Equal(
            [SqliteTypeMap.TypeOf(t).ToLowerInvariant()],
            _database.Column($"SELECT typeof(P{t}) FROM T")));
        Assert.Equal(["1 1"], _database.Log(scope, scope.Tables[0]));
    }

    [Fact]
    public void Generated_column_is_created_and_other_computed_ones_are_left_to_the_user()
    {
        var computed = new PropertyAnnotations { Computed = SourceToken.None };
        Provisioned(Declare.Model("s", Declare.Entity(
            "T",
            Declare.Property("Id", StoredType.Int32),
            Declare.Property("Twice", StoredType.Int32, annotations: computed with { ColumnType = "INTEGER GENERATED ALWAYS AS (Id * 2) VIRTUAL" }),
            Declare.Property("Unknown", StoredType.Int32, annotations: computed))));
        _database.Execute("INSERT INTO T VALUES (21)");

        Assert.Equal(["42"], _database.Column("SELECT Twice FROM T"));
        Assert.Equal(["Id", "Twice"], _database.Column("SELECT name FROM pragma_table_xinfo('T')"));
    }

    [Fact]
    public void Hostile_names_are_names_and_nothing_else()
    {
        foreach (var name in HostileNames.Fixed)
        {
            ProvisionUseAndDrop(name, [name, "x" + name]);
        }
    }

    [Fact]
    public void Random_hostile_names_too()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            ProvisionUseAndDrop(HostileNames.Random(random), [HostileNames.Random(random), "x" + HostileNames.Random(random)]);
        }
    }

    public void Dispose() => _database.Dispose();

    private static EntityDeclaration Parent() => Declare.Entity("Parent", Declare.Property("Id", StoredType.Int32));

    private static EntityDeclaration Child() => Declare.Entity(
        "Child",
        Declare.Property("Id", StoredType.Int32),
        Declare.Property("ParentId", StoredType.Int32),
        Declare.Navigation("Parent", "Parent"));

    private static EntityDeclaration Self() => Declare.Entity(
        "Self",
        Declare.Property("Id", StoredType.Int32),
        Declare.Property("NextId", StoredType.Int32),
        Declare.Navigation("Next", "Self"));

    private ScopeModel Provisioned(ScopeModel scope)
    {
        _database.Provision(scope);
        return scope;
    }

    private static void ProvisionUseAndDrop(string table, string[] columns)
    {
        using var database = new SqliteDatabase();
        var keys = columns.Select((c, i) =>
            Declare.Property("P" + i, StoredType.String, annotations: new() { Key = SourceToken.None, ColumnName = new(c, SourceToken.None) }));
        var entity = Declare.Entity("T", [.. keys, Declare.Property("Hidden", StoredType.Int32)]) with { TableName = new(table, SourceToken.None) };
        var settings = new TableDeclaration(entity.Type, SourceToken.None) { Except = [new("Hidden", SourceToken.None)] };
        var scope = Declare.Model(Declare.Scope("s-1", entity) with { Tables = [settings] }, entity);
        database.Provision(scope);
        database.Provision(scope);
        var quoted = SqliteIdentifier.Quote(table);
        database.Execute($"INSERT INTO {quoted} VALUES ('a', 'b', 0); UPDATE {quoted} SET Hidden = 1; DELETE FROM {quoted}");

        Assert.Equal(["1 a,b", "3 a,b"], database.Log(scope, scope.Tables[0]));
        database.Deprovision(scope);
        Assert.Equal([table], database.Objects);
        Assert.Equal([.. columns, "Hidden"], database.Column($"SELECT name FROM pragma_table_xinfo('{table.Replace("'", "''", StringComparison.Ordinal)}')"));
    }
}
