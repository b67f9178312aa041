using SyncGen.CodeGeneration.Model;
using SyncGen.Testing;
using SyncGen.Testing.Servers;
using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class MySqlTests
{
    [RequiresFact(Requirement.MariaDb)]
    public async Task Columns_become_what_their_driver_reads()
    {
        var scaffolded = await ScaffoldAsync(
            """
            CREATE TABLE t (id char(36) CHARACTER SET ascii PRIMARY KEY, b tinyint(1) NOT NULL, t1 tinyint, t1u tinyint unsigned, s2 smallint, s2u smallint unsigned, m3 mediumint, m3u mediumint unsigned,
              i4 int, i4u int unsigned, i8 bigint, i8u bigint unsigned, b1 bit, b9 bit(9), y year, f float, d double, n decimal(10,2), n0 decimal(12), n50 decimal(50,10),
              c char(5), v varchar(40), x text, lx longtext, e enum('a', 'bcd'), s set('x', 'y'), j json, dt datetime(6), ts timestamp NULL, da date, ti time, bi binary(16), vb varbinary(9), bl blob,
              p point, g int AS (i4 + 1) STORED, gv int AS (i4 + 2) VIRTUAL)
            """);

        Assert.Equal(
            [
                """Id: {"column":"id","type":"Guid","key":true}""",
                """B: {"column":"b","type":"Boolean"}""",
                """T1: {"column":"t1","type":"SByte","nullable":true}""",
                """T1u: {"column":"t1u","type":"Byte","nullable":true}""",
                """S2: {"column":"s2","type":"Int16","nullable":true}""",
                """S2u: {"column":"s2u","type":"UInt16","nullable":true}""",
                """M3: {"column":"m3","type":"Int32","nullable":true}""",
                """M3u: {"column":"m3u","type":"UInt32","nullable":true}""",
                """I4: {"column":"i4","type":"Int32","nullable":true}""",
                """I4u: {"column":"i4u","type":"UInt32","nullable":true}""",
                """I8: {"column":"i8","type":"Int64","nullable":true}""",
                """I8u: {"column":"i8u","type":"UInt64","nullable":true}""",
                """B1: {"column":"b1","type":"Boolean","nullable":true}""",
                """B9: {"column":"b9","type":"UInt64","nullable":true}""",
                """Y: {"column":"y","type":"Int16","nullable":true}""",
                """F: {"column":"f","type":"Single","nullable":true}""",
                """D: {"column":"d","type":"Double","nullable":true}""",
                """N: {"column":"n","type":"Decimal","nullable":true,"storeType":"decimal(10,2)"}""",
                """N0: {"column":"n0","type":"Int64","nullable":true}""",
                """N50: {"column":"n50","type":"Decimal","nullable":true}""",
                """C: {"column":"c","type":"String","nullable":true,"maxLength":5}""",
                """V: {"column":"v","type":"String","nullable":true,"maxLength":40}""",
                """X: {"column":"x","type":"String","nullable":true}""",
                """Lx: {"column":"lx","type":"String","nullable":true}""",
                """E: {"column":"e","type":"String","nullable":true,"maxLength":3}""",
                """S: {"column":"s","type":"String","nullable":true,"maxLength":3}""",
                """J: {"column":"j","type":"String","nullable":true}""",
                """Dt: {"column":"dt","type":"DateTime","nullable":true}""",
                """Ts: {"column":"ts","type":"DateTimeOffset","nullable":true}""",
                """Da: {"column":"da","type":"DateOnly","nullable":true}""",
                """Ti: {"column":"ti","type":"TimeSpan","nullable":true}""",
                """Bi: {"column":"bi","type":"Binary","nullable":true,"maxLength":16}""",
                """Vb: {"column":"vb","type":"Binary","nullable":true,"maxLength":9}""",
                """Bl: {"column":"bl","type":"Binary","nullable":true}""",
                """G: {"column":"g","type":"Int32","nullable":true,"computed":true}""",
                """Gv: {"column":"gv","type":"Int32","nullable":true,"computed":true}""",
            ],
            scaffolded.Members("T"));
        Assert.Equal(["t.p: Left out: no type carries values of point."], scaffolded.NotesOf(ScaffoldNoteKind.LeftOut));
        Assert.Contains(scaffolded.Notes, note => note.StartsWith("t.n50: Its type decimal(50,10) may hold more digits", StringComparison.Ordinal));
    }

    [RequiresFact(Requirement.MariaDb)]
    public async Task Names_keys_and_relations_are_read()
    {
        var scaffolded = await ScaffoldAsync(
            """
            CREATE TABLE `Order Details` (`select` int AUTO_INCREMENT PRIMARY KEY, `a``b` varchar(5) UNIQUE, `été` int, parent int, FOREIGN KEY (parent) REFERENCES `Order Details` (`select`));
            CREATE TABLE two (b int, a int, PRIMARY KEY (a, b));
            CREATE TABLE child (id int PRIMARY KEY, two_b int, two_a int, code varchar(5), FOREIGN KEY (two_a, two_b) REFERENCES two (a, b), FOREIGN KEY (code) REFERENCES `Order Details` (`a``b`));
            CREATE TABLE keyless (a int);
            CREATE TABLE old (id int PRIMARY KEY) ENGINE = MyISAM;
            CREATE TABLE begun (id int PRIMARY KEY, t text, UNIQUE KEY start (t(4)));
            CREATE VIEW seen AS SELECT * FROM two;
            CREATE TABLE syncgen_todo_state (id int PRIMARY KEY);
            CREATE TRIGGER mine BEFORE INSERT ON two FOR EACH ROW SET NEW.b = NEW.b + 1;
            CREATE TRIGGER syncgen_todo_two AFTER DELETE ON two FOR EACH ROW DELETE FROM begun
            """);

        Assert.Equal(["OrderDetails", "Begun", "Child", "Two"], scaffolded.Entities);
        Assert.Equal(
            [
                """Select: {"column":"select","type":"Int32","key":true}""",
                """AB: {"column":"a`b","type":"String","nullable":true,"maxLength":5}""",
                """Été: {"column":"été","type":"Int32","nullable":true}""",
                """Parent: {"column":"parent","type":"Int32","nullable":true}""",
            ],
            scaffolded.Members("OrderDetails"));
        Assert.Equal(["""ParentOrderDetails: {"entity":"OrderDetails","properties":["Parent"]}"""], scaffolded.Members("OrderDetails", "references"));
        Assert.Equal(["""Two: {"entity":"Two","properties":["TwoA","TwoB"]}"""], scaffolded.Members("Child", "references"));
        Assert.Equal(
            [
                "child: Its foreign key (code) to Order Details is not a reference, since it leads to other columns than the key: rows that come before their parents wait in quarantine for a session.",
                "keyless: Left out. It has no primary key.",
                "old: Left out. It is stored by MyISAM, not by InnoDB.",
            ],
            scaffolded.NotesOf(ScaffoldNoteKind.LeftOut));
        Assert.Equal(
            [
                "Order Details.select: Its numbers are the database's own. That works, but two stores may give the same number to different rows: use a GUID, or give each store a range of its own.",
                "Order Details: 'a`b' allows each value of (a`b) once: of rows with the same one that were made in two stores, one waits in quarantine.",
                "begun: 'start' allows each value of (an expression) once: of rows with the same one that were made in two stores, one waits in quarantine.",
                "two: It has the trigger 'mine', which other stores do not have. What it writes is synchronised; see whether it should also run for rows that a session writes.",
            ],
            scaffolded.NotesOf(ScaffoldNoteKind.Caution));
    }

    private static async Task<Scaffolded> ScaffoldAsync(string script) =>
        await Scaffolded.ServerAsync(Databases.MySql, await MariaDbServer.SharedAsync(), script);
}
