using SyncGen.Filters;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>How many rows a partner has before it, about.</summary>
internal sealed class ExpectedRows(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    public async ValueTask<long> CountAsync(ReadCursor start, FilterBinding? binding, CancellationToken cancellationToken)
    {
        if (start.Stage != ReadStage.Scan)
        {
            return Math.Max(0, store.State.Tick - start.Position);
        }

        var rows = Math.Max(0, store.State.Tick - start.Watermark);
        foreach (var table in tables.Skip(start.Table).Where(table => store.Sends(table.Table)))
        {
            rows += await table.CountAsync(binding, cancellationToken);
        }

        return rows;
    }
}
