using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Reads the changes of all tables, merged in the order of their ticks.</summary>
internal static class ChangeMerge
{
    /// <summary>Reads from a tick, exclusive, up to another, until the batch is full.</summary>
    /// <returns>The tick that was reached, and whether it is the last.</returns>
    public static async ValueTask<(long Position, bool IsReached)> ReadAsync(
        IReadOnlyList<ChangeCursor> cursors,
        BatchBuilder batch,
        long from,
        long to,
        bool tombstonesOnly,
        ReadFilter filter,
        long bytesMax,
        CancellationToken cancellationToken)
    {
        if (from >= to)
        {
            return (from, true);
        }

        var position = from;
        var open = new List<ChangeCursor>();
        try
        {
            foreach (var cursor in cursors)
            {
                cursor.Open(from, to, tombstonesOnly, filter);
                if (await cursor.MoveNextAsync(cancellationToken))
                {
                    open.Add(cursor);
                }
            }

            while (open.Count > 0 && batch.Bytes < bytesMax)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var next = open[0];
                foreach (var cursor in open)
                {
                    next = cursor.Tick < next.Tick ? cursor : next;
                }

                await next.AddToAsync(batch, cancellationToken);
                position = next.Tick;
                if (!await next.MoveNextAsync(cancellationToken))
                {
                    open.Remove(next);
                }
            }
        }
        finally
        {
            foreach (var cursor in open)
            {
                cursor.Close();
            }
        }

        return open.Count > 0 ? (position, false) : (to, true);
    }
}
