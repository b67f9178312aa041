using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>
/// A statement that gives many rows in an order, read in portions, so that other statements run in between: there are no
/// cursors. Only within a transaction that sees one state do the portions fit together.
/// </summary>
internal sealed class MySqlStream(MySqlStoreConnection connection, string sql, SyncTable? table, StreamPortions portions)
    : MySqlStatement(connection, sql + s_limit, table)
{
    /// <summary>How many rows are fetched at once: few enough to hold.</summary>
    private const int PortionRows = 2_000;

    private static readonly string s_limit = " LIMIT " + PortionRows.ToString(CultureInfo.InvariantCulture);

    private readonly MySqlStatement _next = new(connection, portions.Next + s_limit, table);
    private bool _hasMore;

    public override void Reset()
    {
        _hasMore = false;
        base.Reset();
    }

    protected override async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await base.OpenAsync(cancellationToken);
        _hasMore = Rows.Count == PortionRows;
    }

    protected override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (!_hasMore)
        {
            return false;
        }

        var place = portions.Columns;
        Rows.CopyLast(place, _next.Arguments);
        if (Values.Length > place.Count)
        {
            Array.Copy(Values, place.Count, _next.Arguments, place.Count, Values.Length - place.Count);
        }

        await _next.FillAsync(Rows, cancellationToken);
        _hasMore = Rows.Count == PortionRows;
        return Rows.Count > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _next.Dispose();
        }

        base.Dispose(disposing);
    }
}
