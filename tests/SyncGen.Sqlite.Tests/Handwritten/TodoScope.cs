#nullable enable
// A hand-written example of what the generator emits for:
//   [SyncEntity] public class TodoList { [Key] public Guid Id {get;set;} [MaxLength(50)] public string Name {get;set;} = ""; }
//   [SyncEntity] public class TodoItem { [Key] public Guid Id; [ForeignKey(nameof(List))] Guid ListId; TodoList? List (navigation, not mapped); string Title; bool Done; decimal? Cost; Priority Priority (enum) }
//   [SyncScope("todo", typeof(TodoList), typeof(TodoItem))] public partial class TodoScope;
namespace Demo;

using global::SyncGen;
using global::SyncGen.Conflicts;
using global::SyncGen.Model;
using global::SyncGen.Sqlite;
using global::SyncGen.Sqlite.Scripts;

public enum Priority { Low, High }

public sealed class TodoList
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
}

public sealed class TodoItem
{
    public Guid Id { get; set; }
    public Guid ListId { get; set; }
    public string Title { get; set; } = "";
    public bool Done { get; set; }
    public decimal? Cost { get; set; }
    public Priority Priority { get; set; }
}

public partial class TodoScope
{
    public static SyncScope Scope { get; } = new("todo", "0123456789abcdef", [TodoListTable.Instance, TodoItemTable.Instance]);

    public static SqliteProvider Sqlite(string connectionString, SyncRole role = SyncRole.Leaf) =>
        new(Scope, SqliteScript, connectionString, new SqliteProviderOptions { Role = role });

    public static SqliteProvider Sqlite(string connectionString, SqliteProviderOptions options) =>
        new(Scope, SqliteScript, connectionString, options);

    static partial void OnTodoItemConflict(Conflict<TodoItem> conflict, ref ConflictResolution<TodoItem> resolution);

    private sealed class TodoItemTable : SyncTable<TodoItem>
    {
        public static readonly TodoItemTable Instance = new();

        private static readonly SyncColumn[] s_columns =
        [
            new("Id", SyncType.Guid, IsNullable: false),
            new("ListId", SyncType.Guid, IsNullable: false),
            new("Title", SyncType.String, IsNullable: false),
            new("Done", SyncType.Boolean, IsNullable: false),
            new("Cost", SyncType.Decimal, IsNullable: true),
            new("Priority", SyncType.Int32, IsNullable: false),
        ];

        private static readonly SyncRelation[] s_relations = [new("TodoList", [1])];

        public override string Name => "TodoItem";
        public override IReadOnlyList<SyncColumn> Columns => s_columns;
        public override int KeyLength => 1;
        public override IReadOnlyList<SyncRelation> Relations => s_relations;

        public override TodoItem Read(RowReader reader) => new()
        {
            Id = reader.GetGuid(0),
            ListId = reader.GetGuid(1),
            Title = reader.GetString(2),
            Done = reader.GetBoolean(3),
            Cost = reader.IsNull(4) ? null : reader.GetDecimal(4),
            Priority = (Priority)reader.GetInt32(5),
        };

        public override TodoItem ReadKey(RowReader reader) => new() { Id = reader.GetGuid(0) };

        public override void Write(TodoItem row, RowWriter writer)
        {
            writer.SetGuid(0, row.Id);
            writer.SetGuid(1, row.ListId);
            writer.SetString(2, row.Title);
            writer.SetBoolean(3, row.Done);
            if (row.Cost is { } cost)
            {
                writer.SetDecimal(4, cost);
            }
            else
            {
                writer.SetNull(4);
            }

            writer.SetInt32(5, (int)row.Priority);
        }

        public override void WriteKey(TodoItem row, RowWriter writer) => writer.SetGuid(0, row.Id);

        public override bool ContentEquals(TodoItem left, TodoItem right) =>
            left.Id == right.Id
            && left.ListId == right.ListId
            && string.Equals(left.Title, right.Title, StringComparison.Ordinal)
            && left.Done == right.Done
            && left.Cost == right.Cost
            && left.Priority == right.Priority;

        public override bool KeyEquals(TodoItem left, TodoItem right) => left.Id == right.Id;

        public override int KeyHash(TodoItem row) => HashCode.Combine(row.Id);

        public override ConflictResolution<TodoItem> Resolve(Conflict<TodoItem> conflict)
        {
            var resolution = conflict.ByPolicy;
            OnTodoItemConflict(conflict, ref resolution);
            return resolution;
        }
    }

    private sealed class TodoListTable : SyncTable<TodoList>
    {
        public static readonly TodoListTable Instance = new();

        private static readonly SyncColumn[] s_columns =
        [
            new("Id", SyncType.Guid, IsNullable: false),
            new("Name", SyncType.String, IsNullable: false) { MaxLength = 50 },
        ];

        public override string Name => "TodoList";
        public override IReadOnlyList<SyncColumn> Columns => s_columns;
        public override int KeyLength => 1;
        public override TodoList Read(RowReader reader) => new() { Id = reader.GetGuid(0), Name = reader.GetString(1) };
        public override TodoList ReadKey(RowReader reader) => new() { Id = reader.GetGuid(0) };

        public override void Write(TodoList row, RowWriter writer)
        {
            writer.SetGuid(0, row.Id);
            writer.SetString(1, row.Name);
        }

        public override void WriteKey(TodoList row, RowWriter writer) => writer.SetGuid(0, row.Id);
        public override bool ContentEquals(TodoList left, TodoList right) => left.Id == right.Id && left.Name == right.Name;
        public override bool KeyEquals(TodoList left, TodoList right) => left.Id == right.Id;
        public override int KeyHash(TodoList row) => HashCode.Combine(row.Id);
    }

    private static SqliteScopeScript SqliteScript { get; } = new(
        Create: """
            CREATE TABLE IF NOT EXISTS "syncgen_todo_state" (
              id INTEGER PRIMARY KEY CHECK (id = 1),
              format INTEGER NOT NULL,
              model TEXT NOT NULL,
              role INTEGER NOT NULL,
              self INTEGER NOT NULL,
              tick INTEGER NOT NULL,
              applying INTEGER NOT NULL,
              provisioned_replica INTEGER NOT NULL,
              provisioned_tick INTEGER NOT NULL,
              provisioned_time INTEGER NOT NULL,
              forgotten_tick INTEGER NOT NULL,
              forgotten_time INTEGER NOT NULL,
              created_tables TEXT NOT NULL,
              hub INTEGER,
              flags INTEGER NOT NULL
            );

            CREATE TABLE IF NOT EXISTS "syncgen_todo_replica" (
              id INTEGER PRIMARY KEY,
              replica BLOB NOT NULL UNIQUE,
              known INTEGER NOT NULL DEFAULT 0,
              anchor INTEGER NOT NULL DEFAULT 0,
              cursor BLOB,
              heard BLOB,
              heard_time INTEGER NOT NULL DEFAULT 0,
              expelled INTEGER NOT NULL DEFAULT 0,
              taken INTEGER NOT NULL DEFAULT 0,
              epoch BLOB,
              former_tick INTEGER
            );

            CREATE TABLE IF NOT EXISTS "syncgen_todo_missing" (
              replica INTEGER NOT NULL,
              tick INTEGER NOT NULL,
              PRIMARY KEY (replica, tick)
            ) WITHOUT ROWID;

            CREATE TABLE IF NOT EXISTS "syncgen_todo_conflict" (
              id INTEGER PRIMARY KEY,
              recorded INTEGER NOT NULL,
              table_name TEXT NOT NULL,
              row_key TEXT NOT NULL,
              policy INTEGER NOT NULL,
              outcome INTEGER NOT NULL,
              loser_replica BLOB,
              loser_tick INTEGER NOT NULL,
              loser_time INTEGER NOT NULL,
              loser_deleted INTEGER NOT NULL,
              loser_row TEXT,
              winner_replica BLOB,
              winner_tick INTEGER NOT NULL,
              winner_time INTEGER NOT NULL,
              winner_deleted INTEGER NOT NULL,
              winner_row TEXT
            );

            CREATE TABLE IF NOT EXISTS "syncgen_todo_quarantine" (
              id INTEGER PRIMARY KEY,
              table_name TEXT NOT NULL,
              row_key TEXT NOT NULL,
              row TEXT,
              deleted INTEGER NOT NULL,
              replica INTEGER,
              tick INTEGER NOT NULL,
              base_replica INTEGER,
              base_tick INTEGER NOT NULL,
              time INTEGER NOT NULL,
              knowledge BLOB,
              leaf INTEGER,
              leaf_anchor INTEGER NOT NULL,
              error_code INTEGER NOT NULL,
              error TEXT NOT NULL,
              attempts INTEGER NOT NULL,
              first_attempt INTEGER NOT NULL,
              last_attempt INTEGER NOT NULL,
              UNIQUE (table_name, row_key, replica, tick)
            );
            """,
        Drop: """
            DROP TABLE IF EXISTS "syncgen_todo_quarantine";
            DROP TABLE IF EXISTS "syncgen_todo_conflict";
            DROP TABLE IF EXISTS "syncgen_todo_missing";
            DROP TABLE IF EXISTS "syncgen_todo_replica";
            DROP TABLE IF EXISTS "syncgen_todo_state";
            """,
        Tables:
        [
            Script("TodoList", 1, "\"Id\" TEXT NOT NULL PRIMARY KEY,\n  \"Name\" TEXT NOT NULL"),
            Script("TodoItem", 2, "\"Id\" TEXT NOT NULL PRIMARY KEY,\n  \"ListId\" TEXT NOT NULL REFERENCES \"TodoList\" (\"Id\"),\n  \"Title\" TEXT NOT NULL,\n  \"Done\" INTEGER NOT NULL,\n  \"Cost\" TEXT,\n  \"Priority\" INTEGER NOT NULL"),
        ]);

    // In generated code each script is a literal of its own; here a shortcut. The number after <> is the table's
    // ordinal in the scope's order, from 1.
    private static SqliteTableScript Script(string table, int ordinal, string columns) => new(
        CreateTable: $"""
            CREATE TABLE IF NOT EXISTS "{table}" (
              {columns}
            );
            """,
        CreateLog: $"""
            CREATE TABLE IF NOT EXISTS "syncgen_todo_{table}_log" (
              n INTEGER PRIMARY KEY,
              op INTEGER NOT NULL,
              time INTEGER NOT NULL,
              k0
            );

            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_insert";
            CREATE TRIGGER "syncgen_todo_{table}_insert" AFTER INSERT ON "{table}"
            WHEN (SELECT applying FROM "syncgen_todo_state") <> {ordinal}
            BEGIN
              INSERT INTO "syncgen_todo_{table}_log" (op, time, k0)
              VALUES (1, CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000, NEW."Id");
            END;

            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_update";
            CREATE TRIGGER "syncgen_todo_{table}_update" AFTER UPDATE ON "{table}"
            WHEN (SELECT applying FROM "syncgen_todo_state") <> {ordinal}
            BEGIN
              INSERT INTO "syncgen_todo_{table}_log" (op, time, k0)
              SELECT 3, CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000, OLD."Id"
              WHERE OLD."Id" IS NOT NEW."Id";
              INSERT INTO "syncgen_todo_{table}_log" (op, time, k0)
              VALUES (2, CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000, NEW."Id");
            END;

            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_delete";
            CREATE TRIGGER "syncgen_todo_{table}_delete" AFTER DELETE ON "{table}"
            WHEN (SELECT applying FROM "syncgen_todo_state") <> {ordinal}
            BEGIN
              INSERT INTO "syncgen_todo_{table}_log" (op, time, k0)
              VALUES (3, CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000, OLD."Id");
            END;
            """,
        CreatePeer: $"""
            CREATE TABLE IF NOT EXISTS "syncgen_todo_{table}_track" (
              tick INTEGER PRIMARY KEY,
              k0,
              replica INTEGER NOT NULL,
              version INTEGER NOT NULL,
              base_replica INTEGER,
              base_version INTEGER NOT NULL,
              time INTEGER NOT NULL,
              author INTEGER,
              deleted INTEGER NOT NULL,
              UNIQUE (k0)
            );
            """,
        CreateLeaf: $"""
            CREATE TABLE IF NOT EXISTS "syncgen_todo_{table}_edit" (
              tick INTEGER PRIMARY KEY,
              k0,
              time INTEGER NOT NULL,
              anchor INTEGER NOT NULL,
              UNIQUE (k0)
            );

            CREATE TABLE IF NOT EXISTS "syncgen_todo_{table}_seen" (
              k0,
              PRIMARY KEY (k0)
            ) WITHOUT ROWID;
            """,
        Drop: $"""
            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_insert";
            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_update";
            DROP TRIGGER IF EXISTS "syncgen_todo_{table}_delete";
            DROP TABLE IF EXISTS "syncgen_todo_{table}_log";
            DROP TABLE IF EXISTS "syncgen_todo_{table}_track";
            DROP TABLE IF EXISTS "syncgen_todo_{table}_edit";
            DROP TABLE IF EXISTS "syncgen_todo_{table}_seen";
            """);
}
