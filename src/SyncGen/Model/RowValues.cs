namespace SyncGen.Model;

/// <summary>
/// The values of one row, by ordinal, typed and without boxing: a codec writes them, values from elsewhere take the place of some, and a
/// codec reads the row. Not thread-safe.
/// </summary>
public sealed class RowValues : RowReader
{
    private readonly RowValue[] _values;

    /// <summary>Creates a row of nulls.</summary>
    /// <param name="count">How many columns it has.</param>
    public RowValues(int count)
    {
        _values = new RowValue[count];
        Writer = new RowValuesWriter(_values);
    }

    /// <summary>Sets the values.</summary>
    public RowWriter Writer { get; }

    /// <summary>The values that stand for those which are not known, see <see cref="RowDefaults"/>.</summary>
    public static RowValues OfDefaults<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(table);
        return RowDefaults.Of(table);
    }

    /// <summary>Takes the value of another row's column.</summary>
    public void Set(int ordinal, RowValues from, int fromOrdinal)
    {
        ArgumentNullException.ThrowIfNull(from);
        _values[ordinal] = from._values[fromOrdinal];
    }

    /// <summary>Sets a value to nothing, in its type's own way: an empty text, 0, false, the first of January of year 1.</summary>
    public void SetZero(int ordinal, SyncType type) => _values[ordinal] = RowValue.Zero(type);

    /// <summary>Whether a column has the same value in another row of the table.</summary>
    public bool IsSame(int ordinal, RowValues other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return RowValue.AreSame(_values[ordinal], other._values[ordinal]);
    }

    /// <inheritdoc/>
    public override bool IsNull(int ordinal) => !_values[ordinal].HasValue;

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => _values[ordinal].Number != 0;

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => (byte)_values[ordinal].Number;

    /// <inheritdoc/>
    public override sbyte GetSByte(int ordinal) => (sbyte)_values[ordinal].Number;

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => (short)_values[ordinal].Number;

    /// <inheritdoc/>
    public override ushort GetUInt16(int ordinal) => (ushort)_values[ordinal].Number;

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => (int)_values[ordinal].Number;

    /// <inheritdoc/>
    public override uint GetUInt32(int ordinal) => (uint)_values[ordinal].Number;

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => _values[ordinal].Number;

    /// <inheritdoc/>
    public override ulong GetUInt64(int ordinal) => unchecked((ulong)_values[ordinal].Number);

    /// <inheritdoc/>
    public override float GetSingle(int ordinal) => BitConverter.Int32BitsToSingle((int)_values[ordinal].Number);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => BitConverter.Int64BitsToDouble(_values[ordinal].Number);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => _values[ordinal].Decimal;

    /// <inheritdoc/>
    public override string GetString(int ordinal) => _values[ordinal].Text;

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => (char)_values[ordinal].Number;

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => new(_values[ordinal].Number, (DateTimeKind)_values[ordinal].SecondNumber);

    /// <inheritdoc/>
    public override DateTimeOffset GetDateTimeOffset(int ordinal) => new(_values[ordinal].Number, new TimeSpan(_values[ordinal].SecondNumber));

    /// <inheritdoc/>
    public override DateOnly GetDateOnly(int ordinal) => DateOnly.FromDayNumber((int)_values[ordinal].Number);

    /// <inheritdoc/>
    public override TimeOnly GetTimeOnly(int ordinal) => new(_values[ordinal].Number);

    /// <inheritdoc/>
    public override TimeSpan GetTimeSpan(int ordinal) => new(_values[ordinal].Number);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => _values[ordinal].Guid;

    /// <inheritdoc/>
    public override byte[] GetBinary(int ordinal) => _values[ordinal].Bytes;
}
