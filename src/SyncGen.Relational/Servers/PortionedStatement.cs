using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>
/// A statement that gives many rows in an order, read in portions, so that other statements run in between: there are no
/// cursors. Only within a transaction that sees one state do the portions fit together.
/// </summary>
/// <param name="table">The table whose row or key the first parameters, or the first columns, are; null if none.</param>
/// <param name="first">Gives the first portion.</param>
/// <param name="next">Gives the portion behind a row: see <see cref="StreamPortions.Next"/>.</param>
/// <param name="place">The columns of a row that are its place.</param>
/// <param name="rowsMax">How many rows a portion has at the most.</param>
public sealed class PortionedStatement(SyncTable? table, ServerStatement first, ServerStatement next, IReadOnlyList<int> place, int rowsMax)
    : ServerStatement(table, first.Arguments.Length, first.Form)
{
    private bool _hasMore;

    /// <inheritdoc/>
    public override ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A statement that is read in portions gives rows: read it.");

    /// <inheritdoc/>
    public override void Reset()
    {
        _hasMore = false;
        base.Reset();
    }

    /// <inheritdoc/>
    public override async ValueTask FillAsync(FetchedRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Arguments.CopyTo(first.Arguments, 0);
        await first.FillAsync(rows, cancellationToken);
        _hasMore = rows.Count == rowsMax;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (!_hasMore)
        {
            return false;
        }

        Rows.CopyLast(place, next.Arguments);
        if (Arguments.Length > place.Count)
        {
            Array.Copy(Arguments, place.Count, next.Arguments, place.Count, Arguments.Length - place.Count);
        }

        await next.FillAsync(Rows, cancellationToken);
        _hasMore = Rows.Count == rowsMax;
        return Rows.Count > 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            next.Dispose();
        }
    }
}
