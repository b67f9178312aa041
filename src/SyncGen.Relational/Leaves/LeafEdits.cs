using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Leaves;

/// <summary>What a leaf keeps of a table beside its rows: edits, and keys seen while it reconciles.</summary>
internal sealed class LeafEdits<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements)
    where TRow : class
{
    /// <summary>Whether a key has an edit.</summary>
    public ValueTask<bool> ExistsAsync(TRow key, CancellationToken cancellationToken)
    {
        var find = store.Connection.Statement(statements.Leaf.Find, table);
        table.WriteKey(key, find.Parameters);
        return RelationalStore.AnyAsync(find, cancellationToken);
    }

    /// <summary>When the edit of a key was made; 0 if there is none.</summary>
    public async ValueTask<long> TimeOfAsync(TRow key, CancellationToken cancellationToken)
    {
        var find = store.Connection.Statement(statements.Leaf.Find, table);
        table.WriteKey(key, find.Parameters);
        var time = await find.ReadAsync(cancellationToken) ? find.Row.GetInt64(1) : 0;
        find.Reset();
        return time;
    }

    /// <summary>
    /// Takes the hub's word on an edit; answers whether it is one no more. An edit that was changed since stays, and was
    /// made on what the hub now holds if the hub took its predecessor.
    /// </summary>
    public async ValueTask<bool> ConfirmAsync(EditAnswer<TRow> answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome == EditOutcome.Quarantined)
        {
            // It stays an edit, so that downloads leave the row alone and a further edit keeps its anchor: it goes up
            // again, and the hub answers what has become of it.
            return false;
        }

        var delete = store.Connection.Statement(statements.Leaf.Delete, table);
        delete.Parameters.SetInt64(0, answer.Edit);
        var deleted = await delete.RunAsync(cancellationToken);
        if (deleted > 0)
        {
            return true;
        }

        if (answer.Outcome == EditOutcome.Accepted)
        {
            await SetAnchorAsync(answer.Row, answer.HubTick, cancellationToken);
        }

        return false;
    }

    /// <summary>Sets an edit's anchor, if the key has one.</summary>
    public async ValueTask SetAnchorAsync(TRow key, long anchor, CancellationToken cancellationToken)
    {
        var set = store.Connection.Statement(statements.Leaf.SetAnchor, table);
        table.WriteKey(key, set.Parameters);
        set.Parameters.SetInt64(table.KeyLength, anchor);
        await set.RunAsync(cancellationToken);
    }

    /// <summary>Notes that a key was seen.</summary>
    public async ValueTask SeeAsync(TRow key, CancellationToken cancellationToken)
    {
        var see = store.Connection.Statement(statements.Leaf.See, table);
        table.WriteKey(key, see.Parameters);
        await see.RunAsync(cancellationToken);
    }

    /// <summary>The keys of rows that are neither seen nor edited.</summary>
    public async ValueTask<List<TRow>> UnseenAsync(CancellationToken cancellationToken)
    {
        var unseen = store.Connection.Statement(statements.Leaf.Unseen, table);
        return await RowReading.ReadKeysAsync(table, unseen, cancellationToken);
    }
}
