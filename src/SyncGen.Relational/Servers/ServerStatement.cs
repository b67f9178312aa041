using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>
/// A statement of a database server. Its rows are fetched before they are read, since a connection does one thing at a time.
/// </summary>
public abstract class ServerStatement : RelationalStatement
{
    private readonly FieldReader _row;
    private readonly FieldWriter _writer;
    private bool _isOpen;

    /// <summary>Creates a statement.</summary>
    /// <param name="table">The table whose row or key the first parameters, or the first columns, are; null if none.</param>
    /// <param name="width">How many ordinals the parameters have.</param>
    /// <param name="areGuidsBigEndian">Whether a GUID that is stored as bytes has them in the order in which it is written.</param>
    protected ServerStatement(SyncTable? table, int width, bool areGuidsBigEndian = false)
    {
        Table = table;
        Values = new FieldValue[width];
        _row = new FieldReader(table, areGuidsBigEndian);
        _writer = new FieldWriter(Values);
    }

    /// <inheritdoc/>
    public override RowWriter Parameters => _writer;

    /// <inheritdoc/>
    public override RowReader Row => _row;

    /// <summary>Null: what the columns of a table hold has one form each.</summary>
    public override string? OddKey => null;

    /// <inheritdoc/>
    public override long BytesRead => _row.BytesRead;

    /// <summary>The parameters' values, by ordinal.</summary>
    protected FieldValue[] Values { get; }

    /// <summary>The table whose row or key the first parameters, or the first columns, are; null if none.</summary>
    protected SyncTable? Table { get; }

    /// <summary>The rows that were fetched.</summary>
    protected FetchedRows Rows { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!_isOpen)
        {
            try
            {
                await OpenAsync(cancellationToken);
            }
            catch (SyncException unstorable) when (unstorable.Code == SyncErrorCode.UnstorableValue)
            {
                // What cannot be stored is not there.
                return false;
            }

            _isOpen = true;
        }

        if (Rows.TryNext(out var row) || await FetchAsync(cancellationToken) && Rows.TryNext(out row))
        {
            _row.MoveTo(row);
            return true;
        }

        Reset();
        return false;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _isOpen = false;
        Rows.Clear();
    }

    /// <summary>Runs the statement and fetches its first rows.</summary>
    protected abstract ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>Fetches more rows, where there may be more; answers whether it fetched any. Default: there are none.</summary>
    protected virtual ValueTask<bool> FetchAsync(CancellationToken cancellationToken) => new(false);
}
