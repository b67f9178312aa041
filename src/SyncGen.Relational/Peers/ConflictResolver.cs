using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Conflicts;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>Asks the session's handler and the scope's hook how a conflict ends, and says who lost.</summary>
internal static class ConflictResolver
{
    public static ConflictResolution<TRow> Resolve<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict, IConflictHandler? handler)
        where TRow : class
    {
        ConflictResolution<TRow> resolution;
        try
        {
            resolution = handler?.Resolve(table, Copy(table, conflict)) ?? table.Resolve(Copy(table, conflict));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new SyncException(SyncErrorCode.ConflictHandlerFailed,
                $"The conflict hook of table '{table.Name}' failed on row {RowJson.WriteKey(table, conflict.Incoming.Row)}: {failure.Message}", failure);
        }

        if (!Enum.IsDefined(resolution.Outcome))
        {
            throw new SyncException(SyncErrorCode.ConflictHandlerFailed,
                $"The conflict hook of table '{table.Name}' gave a resolution without an outcome. Use TakeIncoming, KeepLocal, Delete or Merge.");
        }

        if (resolution.Merged is { } merged && !table.KeyEquals(merged, conflict.Incoming.Row))
        {
            throw new SyncException(SyncErrorCode.ConflictHandlerFailed,
                $"The conflict hook of table '{table.Name}' merged row {RowJson.WriteKey(table, conflict.Incoming.Row)} into one of another key. A merged row keeps the conflict's key.");
        }

        return resolution;
    }

    /// <summary>What goes into the conflict log.</summary>
    public static IEnumerable<ConflictEntry> Losers<TRow>(
        SyncTable<TRow> table, Conflict<TRow> conflict, ConflictResolution<TRow> resolution, Stamp winner)
        where TRow : class
    {
        var key = RowJson.WriteKey(table, conflict.Incoming.Row);
        var incoming = Side(table, conflict.Incoming);
        var local = Side(table, conflict.Local);
        var won = resolution.Outcome switch
        {
            ConflictOutcome.Incoming => new ConflictEntrySide(winner, incoming.Row),
            ConflictOutcome.Local => new ConflictEntrySide(winner, local.Row),
            ConflictOutcome.Merged => new ConflictEntrySide(winner, RowJson.Write(table, resolution.Merged!)),
            _ => new ConflictEntrySide(winner, null),
        };
        if (resolution.Outcome != ConflictOutcome.Incoming)
        {
            yield return new ConflictEntry(table.Name, key, conflict.Policy, resolution.Outcome, incoming, won);
        }

        if (resolution.Outcome != ConflictOutcome.Local)
        {
            yield return new ConflictEntry(table.Name, key, conflict.Policy, resolution.Outcome, local, won);
        }
    }

    public static RowNote Note<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict, ConflictResolution<TRow> resolution)
        where TRow : class =>
        new(table.Name, RowJson.WriteKey(table, conflict.Incoming.Row), SyncErrorCode.None,
            resolution.Outcome switch
            {
                ConflictOutcome.Incoming => "Changed on both sides; the row that came in stays.",
                ConflictOutcome.Local => "Changed on both sides; the row that was here stays.",
                ConflictOutcome.Merged => "Changed on both sides; the merged row stays.",
                _ => "Changed on both sides; the row is deleted.",
            })
        {
            Policy = conflict.Policy,
            Outcome = resolution.Outcome,
            Former = Side(table, conflict.Local).Row,
        };

    // A hook may well merge by changing a row that it is handed: what is stored and logged must not change with it.
    private static Conflict<TRow> Copy<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict)
        where TRow : class =>
        new(Copy(table, conflict.Incoming), Copy(table, conflict.Local), conflict.Policy, conflict.ByPolicy.Outcome);

    private static ConflictSide<TRow> Copy<TRow>(SyncTable<TRow> table, ConflictSide<TRow> side)
        where TRow : class =>
        side with
        {
            Row = side.IsDeleted
                ? RowJson.ReadKey(table, RowJson.WriteKey(table, side.Row))
                : RowJson.Read(table, RowJson.Write(table, side.Row)),
        };

    private static ConflictEntrySide Side<TRow>(SyncTable<TRow> table, ConflictSide<TRow> side)
        where TRow : class =>
        new(side.Stamp, side.IsDeleted ? null : RowJson.Write(table, side.Row));
}
