using System.Globalization;
using System.Text;
using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>A stage, or an application's table itself, that is filled by statements which insert many rows each. Not thread-safe.</summary>
public abstract class InsertStage : RelationalStage
{
    private readonly FieldValue[] _values;
    private readonly FieldWriter _writer;
    private readonly List<FieldValue> _waiting = [];
    private readonly InsertLimits _limits;
    private long _bytes;
    private WriteOutcome _outcome;

    /// <summary>Creates a stage.</summary>
    /// <param name="name">The name of the table that rows go into, quoted.</param>
    /// <param name="table">The table whose rows they are.</param>
    /// <param name="sent">The ordinals of the values that are sent, in the order of the columns that they go into.</param>
    /// <param name="limits">How much one statement takes.</param>
    protected InsertStage(string name, SyncTable table, IReadOnlyList<int> sent, InsertLimits limits)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Name, Table, Sent, _limits) = (name, table, sent, limits);
        _values = new FieldValue[table.Columns.Count + Fields.Count];
        _writer = new FieldWriter(_values);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override RowWriter Row => _writer;

    /// <summary>The table whose rows they are.</summary>
    protected SyncTable Table { get; }

    /// <summary>The ordinals of the values that are sent.</summary>
    protected IReadOnlyList<int> Sent { get; }

    /// <summary>How many rows a full statement has.</summary>
    protected int FullRows => Math.Clamp(_limits.ValuesMax / Sent.Count, 1, _limits.RowsMax);

    /// <summary>The ordinals of what a temporary table takes: a row, and the fields behind it.</summary>
    public static IReadOnlyList<int> AllOf(SyncTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. Enumerable.Range(0, table.Columns.Count + Fields.Count)];
    }

    /// <summary>The ordinals of what an application's table takes: what the database does not compute.</summary>
    public static IReadOnlyList<int> WrittenOf(SyncTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsComputed)];
    }

    /// <summary>The ordinals of what a peer's tracking table takes: a key, and the fields <c>tick</c> to <c>deleted</c>.</summary>
    public static IReadOnlyList<int> TrackedOf(SyncTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. Enumerable.Range(0, table.KeyLength), .. Enumerable.Range(table.Columns.Count + 1, TrackingFields.Count)];
    }

    /// <summary>What a temporary table's columns are, for those of a row and the fields behind it.</summary>
    /// <param name="types">The types of the row's columns, in the words of the database.</param>
    public static string DefinitionsOf(IReadOnlyList<string> types) => string.Join(", ", types
        .Select((type, i) => $"c{i.ToString(CultureInfo.InvariantCulture)} {type} NULL")
        .Concat(Fields.Select(field => field switch
        {
            "n" => "n int NOT NULL PRIMARY KEY",
            _ => $"{field} {(IsInt32(field) ? "int" : "bigint")} NULL",
        })));

    /// <inheritdoc/>
    public override async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        Array.Clear(_values);
        _waiting.Clear();
        _bytes = 0;
        _outcome = new WriteOutcome(0);
        await PrepareAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask AddAsync(CancellationToken cancellationToken)
    {
        if (_outcome.IsRefused)
        {
            return;
        }

        foreach (var i in Sent)
        {
            _waiting.Add(_values[i]);
            _bytes += _values[i].Size;
        }

        Array.Clear(_values);
        if (_waiting.Count == FullRows * Sent.Count || _bytes > _limits.BytesMax)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<WriteOutcome> EndAsync(CancellationToken cancellationToken)
    {
        if (!_outcome.IsRefused && _waiting.Count > 0)
        {
            await FlushAsync(cancellationToken);
        }

        _waiting.Clear();
        return _outcome;
    }

    /// <summary>Makes the table ready to take rows.</summary>
    protected abstract ValueTask PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Inserts rows with one statement.</summary>
    /// <param name="values">Their values, row by row, each in the order of <see cref="Sent"/>.</param>
    /// <param name="rows">How many rows; from 1.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    protected abstract ValueTask<WriteOutcome> SendAsync(IReadOnlyList<FieldValue> values, int rows, CancellationToken cancellationToken);

    /// <summary>The statement for so many rows, whose parameters are counted through.</summary>
    /// <param name="insert">What stands before the values.</param>
    /// <param name="rows">How many rows; from 1.</param>
    /// <param name="parameterPrefix">What a parameter's name begins with; its ordinal follows.</param>
    protected string TextOf(string insert, int rows, string parameterPrefix)
    {
        var text = new StringBuilder(insert);
        for (var i = 0; i < rows * Sent.Count; i++)
        {
            text.Append(i % Sent.Count != 0 ? ", " : i == 0 ? "(" : "), (").Append(parameterPrefix).Append(i.ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(')').ToString();
    }

    /// <summary>The refusal of a value that no column could hold.</summary>
    protected WriteOutcome Unstorable(int ordinal, in FieldValue value) => new(0, SyncErrorCode.UnstorableValue,
        $"Column {ColumnText.ColumnName(Table, ordinal)} cannot hold the value of a row ({value.Kind}). Change the column's type, or the value.");

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _outcome = await SendAsync(_waiting, _waiting.Count / Sent.Count, cancellationToken);
        _waiting.Clear();
        _bytes = 0;
    }
}
