using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>The keys of a table that a transaction wrote.</summary>
internal sealed class WrittenKeys<TRow> : WrittenKeys
    where TRow : class
{
    private readonly RelationalStore _store;
    private readonly SyncTable<TRow> _table;
    private readonly TableStatements _statements;
    private readonly HashSet<TRow> _keys;

    public WrittenKeys(RelationalStore store, SyncTable<TRow> table, TableStatements statements)
    {
        _store = store;
        _table = table;
        _statements = statements;
        _keys = new HashSet<TRow>(new ByKey(table));
        store.Written.Add(this);
    }

    /// <summary>Notes that a row was written, or is about to be.</summary>
    public void Add(TRow key)
    {
        if (_store.Connection.HasOtherWriters)
        {
            _keys.Add(key);
        }
    }

    public override void Clear() => _keys.Clear();

    public override async ValueTask<bool> IsOvertakenAsync(CancellationToken cancellationToken)
    {
        if (_keys.Count == 0)
        {
            return false;
        }

        var entries = _store.Connection.Stream(_statements.Log.ForeignEntries, _table);
        try
        {
            while (await entries.ReadAsync(cancellationToken))
            {
                // A key that can be written in several ways may be one of ours in each of them.
                if (_statements.Traits.KeysVary
                    || !RowReading.TryRead(_table, entries, keyOnly: true, default, [], out var key)
                    || _keys.Contains(key))
                {
                    return true;
                }
            }
        }
        finally
        {
            entries.Reset();
        }

        return false;
    }

    private sealed class ByKey(SyncTable<TRow> table) : IEqualityComparer<TRow>
    {
        public bool Equals(TRow? left, TRow? right) => left is not null && right is not null && table.KeyEquals(left, right);

        public int GetHashCode([DisallowNull] TRow row) => table.KeyHash(row);
    }
}
