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
    /// <param name="form">In which form the database holds values for which it has no type.</param>
    protected ServerStatement(SyncTable? table, int width, FieldForm form = default)
    {
        (Table, Form) = (table, form);
        Arguments = new FieldValue[width];
        _row = new FieldReader(table, form);
        _writer = new FieldWriter(Arguments);
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
    public FieldValue[] Arguments { get; }

    /// <summary>In which form the database holds values for which it has no type.</summary>
    public FieldForm Form { get; }

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
                await FillAsync(Rows, cancellationToken);
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

    /// <summary>Runs the statement, and fetches the rows that it gives, in place of others; of those that come in portions the first.</summary>
    public abstract ValueTask FillAsync(FetchedRows rows, CancellationToken cancellationToken);

    /// <summary>Fetches more rows, where there may be more; answers whether it fetched any. Default: there are none.</summary>
    protected virtual ValueTask<bool> FetchAsync(CancellationToken cancellationToken) => new(false);
}
