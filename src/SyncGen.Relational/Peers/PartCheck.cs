using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Peers;

/// <summary>Whether what a client sends up lies in its part: what it replaces, and what it makes of it.</summary>
internal sealed class PartCheck<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements)
    where TRow : class
{
    private FilterBinding? _binding;
    private PartReadSql? _sql;

    /// <summary>Whether the row of a key, or what it was last, lies outside a part; not, if there never was one.</summary>
    public async ValueTask<bool> IsOutsideAsync(TRow key, FilterBinding? binding, CancellationToken cancellationToken)
    {
        if (SqlOf(binding) is not { } sql)
        {
            return false;
        }

        var outside = store.Connection.Statement(sql.IsOutside, table);
        table.WriteKey(key, outside.Parameters);
        sql.Match.Bind(outside.Parameters);
        return await RelationalStore.AnyAsync(outside, cancellationToken);
    }

    /// <summary>The keys of the rows that changed here after a tick, that lie outside a part, and that may not.</summary>
    public async ValueTask<List<TRow>> OutsideAsync(long from, FilterBinding? binding, CancellationToken cancellationToken)
    {
        if (SqlOf(binding) is not { } sql)
        {
            return [];
        }

        var outside = store.Connection.Statement(store.Scope.MayHandOn ? sql.NewOutside : sql.Outside, table);
        outside.Parameters.SetInt64(0, from);
        sql.Match.Bind(outside.Parameters);
        return await RowReading.ReadKeysAsync(table, outside, cancellationToken);
    }

    /// <summary>Whether a row names a parent that is not there, so that it lies in nobody's part.</summary>
    public async ValueTask<bool> LacksParentAsync(TRow row, CancellationToken cancellationToken)
    {
        foreach (var sql in statements.Part?.LacksParent ?? [])
        {
            var lacks = store.Connection.Statement(sql, table);
            table.Write(row, lacks.Parameters);
            if (await RelationalStore.AnyAsync(lacks, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives up a row that came to lie outside a part since a tick: it is decided once more without it.</summary>
    public async ValueTask GiveUpAsync(TRow row, FilterBinding? filter, long before, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (filter is null)
        {
            return;
        }

        await store.Parts.FoldAsync(cancellationToken);
        if ((await OutsideAsync(before, filter, cancellationToken)).Exists(key => table.KeyEquals(key, row)))
        {
            attempt.GivenUp.TryAdd(attempt.At!.Value, PartRefusal.Outcome);
        }
    }

    private PartReadSql? SqlOf(FilterBinding? binding)
    {
        if (binding is null || statements.Part is not { } part)
        {
            return null;
        }

        if (_sql is null || !binding.Equals(_binding))
        {
            (_binding, _sql) = (binding, part.For(binding));
        }

        return _sql;
    }
}
