using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.SqlServer;

/// <summary>
/// Foreign keys of tables that refer to each other in a circle, or to themselves: the server checks each row as it is written. One that is
/// refused is written without the columns that may be empty, and gets them before the batch is committed; a deletion that is refused takes
/// those columns from the rows that refer to it, which must be gone by then. Nobody else sees any of it.
/// </summary>
internal sealed class SqlServerLateParents(SqlServerStoreConnection connection)
{
    private readonly Dictionary<string, SqlServerCycle> _cycles = new(StringComparer.Ordinal);
    private readonly List<LateRow> _written = [];
    private readonly List<LateRow> _deleted = [];
    private readonly List<LateRow> _toBlame = [];

    /// <summary>Notes how a table's foreign keys can be left for later.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cycle">Its foreign keys of circles, and those that refer to it.</param>
    public void Learn(SyncTable table, SqlServerCycle cycle) => _cycles[NameOf(table)] = cycle;

    /// <summary>Lets go of what was noted, when a transaction begins.</summary>
    public void Clear()
    {
        _written.Clear();
        _deleted.Clear();
        _toBlame.Clear();
    }

    /// <summary>
    /// Tries a write again that a foreign key refused.
    /// </summary>
    /// <param name="table">The row's table.</param>
    /// <param name="values">The values of the statement's parameters: a row's, or a key's where it is deleted.</param>
    /// <param name="write">Runs the statement.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of it; null where nothing can be left for later.</returns>
    public async ValueTask<WriteOutcome?> TryAsync(
        SyncTable table, FieldValue[] values, Func<ValueTask<WriteOutcome>> write, CancellationToken cancellationToken)
    {
        if (!_cycles.TryGetValue(NameOf(table), out var cycle))
        {
            return null;
        }

        return values.Length <= table.KeyLength
            ? await TryDeleteAsync(table, cycle, values, write, cancellationToken)
            : await TryWriteAsync(table, cycle, values, write);
    }

    /// <summary>Notes that a row was written as it is: what was left for later of it is not any more.</summary>
    public void Forget(SyncTable table, FieldValue[] values)
    {
        if (_written.Count > 0)
        {
            _written.RemoveAll(row => row.Is(table, values));
        }
    }

    /// <summary>Whether a row lacks its parent, or a deletion its children's.</summary>
    public async ValueTask<bool> FailAsync(CancellationToken cancellationToken)
    {
        var muted = connection.Muted;
        foreach (var row in _written)
        {
            await connection.MuteAsync(row.Mute, cancellationToken);
            var statement = (SqlServerStatement)connection.Statement(row.Sql, row.Table);
            row.Values.AsSpan(0, statement.Arguments.Length).CopyTo(statement.Arguments);
            if ((await statement.WriteOnceAsync(cancellationToken)).IsRefused)
            {
                _toBlame.Add(row);
            }
        }

        _written.Clear();
        foreach (var row in _deleted)
        {
            // Whoever referred to it was to be gone, or to refer to something else.
            if (await connection.Schema.AnyAsync(row.Sql, cancellationToken))
            {
                _toBlame.Add(row);
            }
        }

        if (connection.Muted != muted)
        {
            await connection.MuteAsync(muted, cancellationToken);
        }

        return _toBlame.Count > 0;
    }

    /// <summary>See <see cref="RelationalConnection.IsToBlame"/>.</summary>
    public bool IsToBlame(SyncTable table, bool isWrite, Action<RowWriter> writeKey)
    {
        if (_toBlame.Count == 0)
        {
            return false;
        }

        var key = new FieldValue[table.KeyLength];
        writeKey(new FieldWriter(key));
        return _toBlame.Exists(row => row.IsWrite == isWrite && row.Is(table, key));
    }

    private async ValueTask<WriteOutcome?> TryWriteAsync(SyncTable table, SqlServerCycle cycle, FieldValue[] values, Func<ValueTask<WriteOutcome>> write)
    {
        var late = cycle.Late.Where(column => column < values.Length && !values[column].IsNull).ToList();
        if (late.Count == 0)
        {
            return null;
        }

        var row = values[..];
        foreach (var column in late)
        {
            values[column] = FieldValue.Null;
        }

        var outcome = await write();
        row.CopyTo(values, 0);
        if (outcome.IsRefused)
        {
            return null;
        }

        Forget(table, values);
        _written.Add(new LateRow(table, row, connection.Muted, IsWrite: true, cycle.SetOf(late)));
        return outcome;
    }

    private async ValueTask<WriteOutcome?> TryDeleteAsync(
        SyncTable table, SqlServerCycle cycle, FieldValue[] values, Func<ValueTask<WriteOutcome>> write, CancellationToken cancellationToken)
    {
        if (cycle.References.Count == 0)
        {
            return null;
        }

        var muted = connection.Muted;
        var checks = new List<string>();
        foreach (var reference in cycle.References)
        {
            var number = _deleted.Count + checks.Count;
            await connection.RunAsync(reference.KeepOf(number), cancellationToken);
            await connection.MuteAsync(reference.Mute, cancellationToken);
            var cut = (SqlServerStatement)connection.Statement(reference.CutOf(number), table);
            values.AsSpan(0, cut.Arguments.Length).CopyTo(cut.Arguments);
            await cut.WriteOnceAsync(cancellationToken);
            checks.Add(reference.CheckOf(number));
        }

        await connection.MuteAsync(muted, cancellationToken);
        var outcome = await write();
        if (outcome.IsRefused)
        {
            // Some other table refers to it: the row stays, and so the batch cannot be committed as it is.
            _toBlame.Add(new LateRow(table, values[..], muted, IsWrite: false, ""));
            return outcome;
        }

        _deleted.AddRange(checks.Select(check => new LateRow(table, values[..], muted, IsWrite: false, check)));
        return outcome;
    }

    private static string NameOf(SyncTable table) => SqlServerDialect.Instance.QualifiedName(table);

    /// <summary>A row that was written or deleted in a way that must be made good.</summary>
    /// <param name="Table">Its table.</param>
    /// <param name="Values">Its values, or those of its key.</param>
    /// <param name="Mute">The table whose triggers are kept quiet for it.</param>
    /// <param name="IsWrite">Whether it was written; else it was deleted.</param>
    /// <param name="Sql">What makes it good, or looks whether that is so.</param>
    private sealed record LateRow(SyncTable Table, FieldValue[] Values, int Mute, bool IsWrite, string Sql)
    {
        public bool Is(SyncTable table, FieldValue[] values)
        {
            if (table != Table)
            {
                return false;
            }

            for (var i = 0; i < table.KeyLength; i++)
            {
                var (one, other) = (Values[i], values[i]);
                if (one.Kind != other.Kind || !(one.Kind == FieldKind.Binary ? one.AsBinary.AsSpan().SequenceEqual(other.AsBinary) : one.Equals(other)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
