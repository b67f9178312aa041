using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.Sqlite;

/// <summary>A SQLite database's live schema, as far as provisioning must know it.</summary>
internal sealed class SqliteSchema(SqliteStoreConnection connection, SyncScope scope) : RelationalSchema
{
    private static readonly string[] s_scripted = ["insert", "update", "delete"];

    private readonly SqliteSchemaReader _reader = connection.Schema;

    public override ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            new SqliteSchemaCheck(table, _reader, connection.Store).Run();
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken) => new(GapOf(table));

    public override ValueTask<bool> HasTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        var present = _reader.TriggersOf(table.Name);
        return new(s_scripted.All(part => present.ContainsKey(names.Of(part))));
    }

    public override ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var present = _reader.TriggersOf(table.Name);
        var wanted = Replacements(table).Triggers;
        foreach (var suffix in (ReadOnlySpan<string>)["insert", "update"])
        {
            var name = $"syncgen_{scope.Name}_{table.Name}_replace_{suffix}";
            var sql = wanted.FirstOrDefault(trigger => trigger.Name == name).Sql;
            if (present.GetValueOrDefault(name) is { } old && !string.Equals(old, sql, StringComparison.Ordinal))
            {
                connection.Run("DROP TRIGGER " + SqliteDialect.Instance.Quote(name));
                present.Remove(name);
            }

            if (sql is not null && !present.ContainsKey(name))
            {
                connection.Run(sql);
            }
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new([.. _reader.ColumnsOf(table.Name).Select(column => new LiveColumn(column.Name, column.IsRequired, column.HasDefault, column.IsGenerated))]);

    public override ValueTask<IReadOnlyList<string>> DropsOfAsync(
        RelationalConnection database, SyncTable live, SyncTable table, string column, CancellationToken cancellationToken)
    {
        if (_reader.IsInForeignKey(live.Name, column))
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"Column '{table.Name}.{column}' is no longer in the model, but part of a foreign key, and SQLite drops neither. Make the table anew without it, or let removed columns stay.");
        }

        return new([.. _reader.IndexesOver(live.Name, column).Select(index => "DROP INDEX " + SqliteDialect.Instance.Quote(index)), SqliteDialect.Instance.DropColumn(table, column)]);
    }

    public override ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        foreach (var part in (ReadOnlySpan<string>)[.. s_scripted, "replace_insert", "replace_update"])
        {
            connection.Run("DROP TRIGGER IF EXISTS " + SqliteDialect.Instance.Quote(names.Of(part)));
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        // Triggers first: one whose log is gone would fail every write of its table.
        foreach (var kind in (ReadOnlySpan<string>)["trigger", "table"])
        {
            foreach (var name in _reader.NamesOf(kind, $"syncgen_{scope.Name}_"))
            {
                connection.Run($"DROP {kind} {SqliteDialect.Instance.Quote(name)}");
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Checks that every table still fits the model and has its triggers.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: one does not.</exception>
    public async ValueTask RequireUnchangedAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        foreach (var table in scope.Tables)
        {
            if (GapOf(table) != TrackingGap.None)
            {
                throw new SyncException(SyncErrorCode.SchemaMismatch,
                    $"'{connection.Store}' has a table '{table.Name}' whose triggers are gone or no longer fit it: it was created again, or got another unique index. What was written since went unseen: call ProvisionAsync, which restores the triggers and makes all rows travel.");
            }
        }
    }

    private TrackingGap GapOf(SyncTable table)
    {
        var present = _reader.TriggersOf(table.Name);
        var names = new TableNames(scope.Name, table, SqliteDialect.Instance);
        if (!s_scripted.All(part => present.ContainsKey(names.Of(part))))
        {
            return TrackingGap.All;
        }

        return Replacements(table).Triggers.All(trigger =>
            string.Equals(present.GetValueOrDefault(trigger.Name), trigger.Sql, StringComparison.Ordinal))
            ? TrackingGap.None
            : TrackingGap.Replacements;
    }

    private SqliteReplaceTriggers Replacements(SyncTable table)
    {
        var ordinal = scope.Tables.Select((candidate, i) => (candidate, i)).First(pair => pair.candidate == table).i + 1;
        return new SqliteReplaceTriggers(scope, ordinal, _reader.ColumnsOf(table.Name), _reader.UniqueIndexesOf(table.Name));
    }
}
