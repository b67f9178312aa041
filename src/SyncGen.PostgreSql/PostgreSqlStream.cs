using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational.Servers;

namespace SyncGen.PostgreSql;

/// <summary>A statement that gives many rows: a cursor of the transaction, read in portions, so that other statements run in between.</summary>
internal sealed class PostgreSqlStream : PostgreSqlStatement
{
    /// <summary>How many rows are fetched at once: enough that the way to the server does not count, few enough to hold.</summary>
    private const int PortionRows = 500;

    private readonly string _cursor;
    private bool _hasMore;

    public PostgreSqlStream(PostgreSqlStoreConnection connection, string sql, SyncTable? table, int number)
        : base(connection, sql, table)
    {
        _cursor = "syncgen_" + number.ToString(CultureInfo.InvariantCulture);
    }

    public override void Reset()
    {
        if (_hasMore)
        {
            // Sent with the next statement.
            _hasMore = false;
            Connection.CloseLater(_cursor);
        }

        base.Reset();
    }

    public override async ValueTask FillAsync(FetchedRows rows, CancellationToken cancellationToken)
    {
        await Connection.CloseCursorsAsync(cancellationToken);
        var declare = await PrepareAsync($"DECLARE {_cursor} NO SCROLL CURSOR FOR {Text}", isGuarded: false, cancellationToken);
        try
        {
            await declare.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (Connection.IsDriversError(exception))
        {
            throw Connection.Translate(exception);
        }

        _hasMore = true;
        await FetchAsync(rows, cancellationToken);
    }

    protected override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (!_hasMore)
        {
            return false;
        }

        await FetchAsync(Rows, cancellationToken);
        return Rows.Count > 0;
    }

    private async ValueTask FetchAsync(FetchedRows rows, CancellationToken cancellationToken)
    {
        await using var fetch = Connection.CreateBatch($"FETCH FORWARD {PortionRows.ToString(CultureInfo.InvariantCulture)} FROM {_cursor}", isGuarded: false);
        await FillAsync(rows, fetch, cancellationToken);
        if (rows.Count < PortionRows)
        {
            _hasMore = false;
            Connection.CloseLater(_cursor);
        }
    }
}
