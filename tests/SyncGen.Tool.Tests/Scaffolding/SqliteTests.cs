using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class SqliteTests
{
    private const string Computed =
        "It is computed by the database: it is read there, and not written. Tables that provisioning makes do not have it, unless its storeType says how it is computed; "
        + "without it they are refused, so exclude it where they need not have it.";

    [Fact]
    public async Task Columns_become_what_their_declared_types_say()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, b BOOLEAN, i TINYINT, s VARCHAR(20) NOT NULL, x TEXT, n NUMERIC(10,2), d DECIMAL, r DOUBLE PRECISION, f FLOAT,
              dt DATETIME, ts TIMESTAMP, o DATETIMEOFFSET, da DATE, ti TIME, g UNIQUEIDENTIFIER, bl BLOB, vb VARBINARY(16), j JSON, u POINTLESS, blank, y SHAPE NOT NULL)
            """);

        Assert.Equal(
            [
                """Id: {"column":"id","type":"Int64","key":true}""",
                """B: {"column":"b","type":"Boolean","nullable":true}""",
                """I: {"column":"i","type":"Int64","nullable":true}""",
                """S: {"column":"s","type":"String","maxLength":20}""",
                """X: {"column":"x","type":"String","nullable":true}""",
                """N: {"column":"n","type":"Decimal","nullable":true}""",
                """D: {"column":"d","type":"Decimal","nullable":true}""",
                """R: {"column":"r","type":"Double","nullable":true}""",
                """F: {"column":"f","type":"Double","nullable":true}""",
                """Dt: {"column":"dt","type":"DateTime","nullable":true}""",
                """Ts: {"column":"ts","type":"DateTime","nullable":true}""",
                """O: {"column":"o","type":"DateTimeOffset","nullable":true}""",
                """Da: {"column":"da","type":"DateOnly","nullable":true}""",
                """Ti: {"column":"ti","type":"TimeOnly","nullable":true}""",
                """G: {"column":"g","type":"Guid","nullable":true}""",
                """Bl: {"column":"bl","type":"Binary","nullable":true}""",
                """Vb: {"column":"vb","type":"Binary","nullable":true,"maxLength":16}""",
                """J: {"column":"j","type":"String","nullable":true}""",
                """U: {"column":"u","type":"Int64","nullable":true}""",
            ],
            scaffolded.Members("T"));
        Assert.Equal(
            [
                "t.blank: Left out: no type carries values of a column without a type.",
                "t.y: Left out: no type carries values of SHAPE. It is NOT NULL without a default, so that no store can insert rows into the table. Give it a default.",
            ],
            scaffolded.NotesOf(ScaffoldNoteKind.LeftOut));
    }

    [Fact]
    public async Task Hostile_names_are_kept_beside_names_of_CSharp()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE "a""b" ("select" TEXT PRIMARY KEY, "été" TEXT, "2 much" TEXT, "a b" TEXT, "a_b" TEXT, "AB" TEXT, "???" TEXT, "!" TEXT, tostring TEXT) WITHOUT ROWID;
            CREATE TABLE "Order Details" (OrderDetails INTEGER PRIMARY KEY, "Order Details" TEXT);
            CREATE TABLE order_details (id INTEGER PRIMARY KEY);
            CREATE TABLE system ("ID" INTEGER PRIMARY KEY);
            CREATE TABLE "表" ("鍵" TEXT PRIMARY KEY)
            """);

        Assert.Equal(["OrderDetails", "AB", "OrderDetails2", "System2", "_表"], scaffolded.Entities);
        Assert.Equal(
            ["Select: select", "Été: été", "_2Much: 2 much", "AB2: a b", "AB3: a_b", "Ab4: AB", "Column: ???", "Column2: !", "Tostring2: tostring"],
            scaffolded.Entity("AB")["properties"]!.AsObject().Select(property => $"{property.Key}: {property.Value!["column"]}"));
        Assert.Equal(["OrderDetails2", "OrderDetails3"], scaffolded.Entity("OrderDetails")["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal("a\"b", (string?)scaffolded.Entity("AB")["table"]);
        Assert.Contains("\"Été\": { \"column\": \"été\"", scaffolded.Text, StringComparison.Ordinal);
        Assert.Contains("\"table\": \"a\\\"b\"", scaffolded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_synchronised_is_left_out_and_named()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE good (id INTEGER PRIMARY KEY AUTOINCREMENT);
            CREATE TABLE keyless (a TEXT);
            CREATE TABLE inexact (a REAL PRIMARY KEY);
            CREATE TABLE untyped (a PRIMARY KEY);
            CREATE TABLE syncgen_todo_state (id INTEGER PRIMARY KEY);
            CREATE TABLE SyncGen_other (id INTEGER PRIMARY KEY);
            CREATE VIEW seen AS SELECT * FROM good;
            CREATE VIRTUAL TABLE found USING fts5 (text)
            """);

        Assert.Equal(["Good"], scaffolded.Entities);
        Assert.Equal(
            [
                "found: Left out. It is a virtual table, whose rows no trigger sees.",
                "inexact: Left out. Its key column a has the type REAL, which is not fit for a key: use an integer, a GUID or text.",
                "keyless: Left out. It has no primary key.",
                "untyped: Left out. Its key column a has no type, which is not fit for a key: use an integer, a GUID or text.",
            ],
            scaffolded.NotesOf(ScaffoldNoteKind.LeftOut));
    }

    [Fact]
    public async Task Strict_tables_keys_collations_and_computed_columns_are_read()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE strict (b TEXT COLLATE NOCASE, a INT NOT NULL, v ANY, w INT GENERATED ALWAYS AS (a + 1), s TEXT AS (b || '!') STORED, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
            CREATE TABLE plain (code INT PRIMARY KEY, d TEXT NOT NULL DEFAULT 'x')
            """);

        Assert.Equal(
            [
                """B: {"column":"b","type":"String","key":true,"keyOrder":1,"storeType":"TEXT COLLATE NOCASE"}""",
                """A: {"column":"a","type":"Int64","key":true,"keyOrder":0}""",
                """W: {"column":"w","type":"Int64","nullable":true,"computed":true}""",
                """S: {"column":"s","type":"String","nullable":true,"computed":true}""",
            ],
            scaffolded.Members("Strict"));
        Assert.Equal(
            [
                "strict.v: Left out: no type carries values of ANY.",
                $"strict.w: {Computed}",
                $"strict.s: {Computed}",
            ],
            scaffolded.Notes);
    }

    [Fact]
    public async Task Foreign_keys_become_references_where_they_lead_to_keys()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE person (id INTEGER PRIMARY KEY, code TEXT UNIQUE, parent_id INTEGER REFERENCES person, boss INTEGER REFERENCES PERSON (ID), home INTEGER REFERENCES house);
            CREATE TABLE house (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES person, tenant INTEGER REFERENCES person (id), code TEXT REFERENCES person (code), x INTEGER REFERENCES nowhere (id));
            CREATE TABLE room (house INTEGER REFERENCES house, number INTEGER, PRIMARY KEY (number, house));
            CREATE TABLE bed (id INTEGER PRIMARY KEY, house INTEGER, room INTEGER, FOREIGN KEY (house, room) REFERENCES room (house, number));
            """);

        Assert.Equal(
            [
                """Parent: {"entity":"Person","properties":["ParentId"]}""",
                """BossPerson: {"entity":"Person","properties":["Boss"]}""",
                """House: {"entity":"House","properties":["Home"]}""",
            ],
            scaffolded.Members("Person", "references"));
        Assert.Equal(
            [
                """Owner: {"entity":"Person","properties":["OwnerId"]}""",
                """TenantPerson: {"entity":"Person","properties":["Tenant"]}""",
            ],
            scaffolded.Members("House", "references"));
        Assert.Equal(["""HouseHouse: {"entity":"House","properties":["House"]}"""], scaffolded.Members("Room", "references"));
        Assert.Equal(["""RoomHouseRoom: {"entity":"Room","properties":["Room","House"]}"""], scaffolded.Members("Bed", "references"));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("house: Its foreign key (code) to person is not a reference, since it leads to other columns than the key", StringComparison.Ordinal));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("house: Its foreign key (x) leads to nowhere, which the document does not have", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unique_indexes_and_triggers_are_named()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            """
            CREATE TABLE t (id INT PRIMARY KEY, a TEXT, b TEXT, UNIQUE (a, b));
            CREATE UNIQUE INDEX part ON t (a) WHERE b IS NULL;
            CREATE UNIQUE INDEX lowered ON t (lower(a));
            CREATE INDEX common ON t (b);
            CREATE TRIGGER mine AFTER INSERT ON t BEGIN SELECT 1; END;
            CREATE TRIGGER syncgen_todo_t_insert AFTER INSERT ON t BEGIN SELECT 1; END
            """);

        Assert.Equal(
            [
                "t: 'lowered' allows each value of (an expression) once: of rows with the same one that were made in two stores, one waits in quarantine.",
                "t: 'part' allows each value of (a) once, for some rows only: of rows with the same one that were made in two stores, one waits in quarantine.",
                "t: 'sqlite_autoindex_t_2' allows each value of (a, b) once: of rows with the same one that were made in two stores, one waits in quarantine.",
                "t: It has the trigger 'mine', which other stores do not have. What it writes is synchronised; see whether it should also run for rows that a session writes.",
            ],
            scaffolded.Notes);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_and_not_made()
    {
        using var folder = new SyncGen.Testing.TemporaryFolder();
        var file = folder.File("none.db");

        var error = await Assert.ThrowsAsync<SyncException>(() => Scaffolder.RunAsync(
            SyncGen.CodeGeneration.Model.Databases.Sqlite, $"Data Source={file}", new ScaffoldOptions(), null, CancellationToken.None));

        Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
        Assert.StartsWith("'none.db' cannot be opened", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        using var folder = new SyncGen.Testing.TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("some.txt"), new string('x', 5000));

        var error = await Assert.ThrowsAsync<SyncException>(() => Scaffolder.RunAsync(
            SyncGen.CodeGeneration.Model.Databases.Sqlite, $"Data Source={folder.File("some.txt")}", new ScaffoldOptions(), null, CancellationToken.None));

        Assert.Equal(SyncErrorCode.StoreCorrupt, error.Code);
        Assert.Contains("'some.txt'", error.Message, StringComparison.Ordinal);
    }
}
