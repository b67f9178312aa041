namespace SyncGen.Relational.Sessions;

/// <summary>
/// Rows of a batch that the database refused at first. What another row of the batch takes away may have stood in a row's
/// way, such as a unique value that moves from row to row, so that they are tried again when all others are in.
/// </summary>
/// <typeparam name="TItem">What is tried: a change, or an edit.</typeparam>
internal sealed class RefusedRows<TItem>
{
    /// <summary>Passes over the rows. There and back settles chains in either order; the quarantine settles what is left.</summary>
    private const int PassesMax = 16;

    private readonly List<(RowPosition Position, TItem Item)> _rows = [];

    public void Add(RowPosition position, TItem item) => _rows.Add((position, item));

    public void Clear() => _rows.Clear();

    /// <summary>Tries the rows again, as long as that helps; answers those that are still refused, and why. None waits after that.</summary>
    public async ValueTask<List<(TItem Item, WriteOutcome Refusal)>> SettleAsync(Func<TItem, ValueTask<WriteOutcome>> put, BatchAttempt attempt)
    {
        var refused = new List<(TItem Item, WriteOutcome Refusal)>();
        for (var pass = 0; pass < PassesMax && _rows.Count > 0; pass++)
        {
            var count = _rows.Count;
            refused.Clear();
            List<(RowPosition, TItem)> still = [];
            foreach (var (position, item) in _rows)
            {
                attempt.At = position;
                var outcome = await put(item);
                if (outcome.IsRefused)
                {
                    still.Add((position, item));
                    refused.Add((item, outcome));
                }
            }

            still.Reverse();
            _rows.Clear();
            _rows.AddRange(still);
            if (still.Count == count)
            {
                break;
            }
        }

        _rows.Clear();
        return refused;
    }
}
