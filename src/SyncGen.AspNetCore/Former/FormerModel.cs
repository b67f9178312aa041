using SyncGen.AspNetCore.Errors;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Former;

/// <summary>
/// An earlier model of a scope, and how its clients are understood: the scope as they know it, over the rows of now. Immutable and
/// thread-safe; made once for a model.
/// </summary>
internal sealed class FormerModel
{
    private readonly SyncScope _present;
    private readonly Dictionary<SyncTable, SyncTable> _formerOf = [];

    private FormerModel(SyncScope present, SyncScope former, IEnumerable<(SyncTable Present, SyncTable Former)> tables)
    {
        (_present, Scope) = (present, former);
        foreach (var (now, then) in tables)
        {
            _formerOf.Add(now, then);
        }
    }

    /// <summary>The scope in the earlier model.</summary>
    public SyncScope Scope { get; }

    /// <summary>Finds the tables and their columns.</summary>
    /// <exception cref="ServiceException">The key of a table is another one.</exception>
    public static FormerModel Of(ScopeDescription former, SyncScope present)
    {
        var match = ScopeMatch.Of(former, present);
        var found = new List<(SyncTable Present, SyncTable Former)>();
        var tables = new List<SyncTable>();
        for (var i = 0; i < former.Tables.Count; i++)
        {
            var table = match.OfFormer[i];
            tables.Add(table is null ? new GoneTable(former.Tables[i]) : table.Present.Accept(new FormerTableFactory(table)));
            if (table is not null)
            {
                found.Add((table.Present, tables[i]));
            }
        }

        return new FormerModel(present, new SyncScope(present.Name, former.Fingerprint, tables), found);
    }

    /// <summary>What a hub says to a client of the earlier model: that it has the same.</summary>
    public HubState Answer(HubState hub) => hub with { Fingerprint = Scope.Fingerprint };

    /// <summary>Rows on their way to a client: without those of tables that it does not know.</summary>
    public ChangeBatch Answer(ChangeBatch batch) => batch with
    {
        Tables = [.. Known(batch.Tables, changes => changes.Table).Select(changes => _formerOf[changes.Table].Accept(new FormerChanges(changes)))],
        Unreadable = [.. batch.Unreadable
            .Select(row => FormerOf(row.Table) is { } table ? row with { Table = table.Name, Key = KeyOf(table, row.Key) } : null).OfType<UnreadableRow>()],
    };

    /// <summary>The edits of a client as those of now, in the scope's order; and those of tables that there are no more.</summary>
    public (EditBatch Present, IReadOnlyList<TableEdits> Gone) Present(EditBatch batch)
    {
        var present = batch.Tables.Select(edits => edits.Table.Accept(new PresentEdits(edits))).OfType<TableEdits>();
        return (batch with { Tables = [.. present.OrderBy(edits => OrdinalIn(_present, edits.Table))] }, [.. batch.Tables.Where(edits => edits.Table is GoneTable)]);
    }

    /// <summary>The hub's answer to a client's edits, with what is to be said to those of tables that there are no more.</summary>
    public UploadAnswer Answer(UploadAnswer answer, IReadOnlyList<TableEdits> gone)
    {
        var rejected = gone.Select(GoneAnswers.Of).ToList();
        var taken = Known(answer.Tables, answers => answers.Table).Select(answers => _formerOf[answers.Table].Accept(new FormerAnswers(answers)));
        var result = Answer(answer.Result);
        return answer with
        {
            Tables = [.. taken.Concat(rejected.Select(one => one.Answers))],
            Result = new BatchResult(
                [.. result.Tables, .. rejected.SelectMany(one => one.Result.Tables)], [.. result.Notes, .. rejected.SelectMany(one => one.Result.Notes)]),
        };
    }

    private BatchResult Answer(BatchResult result) => new(
        [.. result.Tables.Select(counts => FormerOf(counts.Table) is { } table ? counts with { Table = table.Name } : null).OfType<TableCounts>()],
        [.. result.Notes.Select(note => FormerOf(note.Table) is { } table ? note with { Table = table.Name, Key = KeyOf(table, note.Key), Former = null } : null).OfType<RowNote>()]);

    private IEnumerable<TItem> Known<TItem>(IEnumerable<TItem> items, Func<TItem, SyncTable> tableOf) =>
        items.Where(item => _formerOf.ContainsKey(tableOf(item))).OrderBy(item => OrdinalIn(Scope, _formerOf[tableOf(item)]));

    private SyncTable? FormerOf(string present) =>
        _formerOf.FirstOrDefault(pair => string.Equals(pair.Key.Name, present, StringComparison.Ordinal)).Value;

    // A key that could not be read has no text.
    private static string KeyOf(SyncTable table, string key) => key.Length == 0 ? key : table.Accept(new FormerKey(key));

    private static int OrdinalIn(SyncScope scope, SyncTable table) => scope.Tables.TakeWhile(one => one != table).Count();
}
