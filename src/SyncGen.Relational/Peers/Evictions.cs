using System.Globalization;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Reads what left a destination's part, after all that was written: children before parents, each table in the order of its moves.</summary>
internal sealed class Evictions(IReadOnlyList<ChangeCursor> cursors, ReadFilter filter)
{
    /// <summary>Reads on until the batch is full; answers where it came, and whether all is read.</summary>
    /// <param name="batch">Takes the evictions.</param>
    /// <param name="at">Where to go on: the table, counted from the last, and behind which tick.</param>
    /// <param name="bytesMax">When the batch is full.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<(ReadCursor At, bool IsFinished)> ReadAsync(
        BatchBuilder batch, ReadCursor at, long bytesMax, CancellationToken cancellationToken)
    {
        while (at.Table < cursors.Count)
        {
            var from = at.Key.Length == 0 ? at.Watermark : long.Parse(at.Key, CultureInfo.InvariantCulture);
            // What left by moves at later ticks than the watermark is told by the next session.
            var (tick, isReached) = await ChangeMerge.ReadAsync(
                [cursors[cursors.Count - 1 - at.Table]], batch, from, at.Position, tombstonesOnly: false, filter, bytesMax, cancellationToken);
            if (!isReached)
            {
                return (at with { Key = tick.ToString(CultureInfo.InvariantCulture) }, false);
            }

            at = at with { Table = at.Table + 1, Key = "" };
        }

        return (at, true);
    }
}
