using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>Takes the values of filter parameters; an ordinal is that of a parameter, and may come again for each value of a list.</summary>
public sealed class FilterWriter : RowWriter
{
    private readonly SyncScope _scope;
    private readonly List<FilterValue>[] _values;

    /// <summary>Begins without values.</summary>
    /// <param name="scope">The scope whose parameters are bound.</param>
    public FilterWriter(SyncScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _scope = scope;
        _values = [.. scope.Parameters.Select(_ => new List<FilterValue>())];
    }

    /// <inheritdoc/>
    public override void SetNull(int ordinal)
    {
        if (!_scope.Parameters[ordinal].IsNullable)
        {
            throw new ArgumentException($"The filter parameter {_scope.Parameters[ordinal].Name} was given null, and its column never is: give it a value.");
        }

        _values[ordinal].Add(new FilterNull());
    }

    /// <inheritdoc/>
    public override void SetBoolean(int ordinal, bool value) => Add(ordinal, value, static (w, o, v) => w.SetBoolean(o, v));

    /// <inheritdoc/>
    public override void SetByte(int ordinal, byte value) => Add(ordinal, value, static (w, o, v) => w.SetByte(o, v));

    /// <inheritdoc/>
    public override void SetSByte(int ordinal, sbyte value) => Add(ordinal, value, static (w, o, v) => w.SetSByte(o, v));

    /// <inheritdoc/>
    public override void SetInt16(int ordinal, short value) => Add(ordinal, value, static (w, o, v) => w.SetInt16(o, v));

    /// <inheritdoc/>
    public override void SetUInt16(int ordinal, ushort value) => Add(ordinal, value, static (w, o, v) => w.SetUInt16(o, v));

    /// <inheritdoc/>
    public override void SetInt32(int ordinal, int value) => Add(ordinal, value, static (w, o, v) => w.SetInt32(o, v));

    /// <inheritdoc/>
    public override void SetUInt32(int ordinal, uint value) => Add(ordinal, value, static (w, o, v) => w.SetUInt32(o, v));

    /// <inheritdoc/>
    public override void SetInt64(int ordinal, long value) => Add(ordinal, value, static (w, o, v) => w.SetInt64(o, v));

    /// <inheritdoc/>
    public override void SetUInt64(int ordinal, ulong value) => Add(ordinal, value, static (w, o, v) => w.SetUInt64(o, v));

    /// <inheritdoc/>
    public override void SetSingle(int ordinal, float value) => throw Unfit(ordinal);

    /// <inheritdoc/>
    public override void SetDouble(int ordinal, double value) => throw Unfit(ordinal);

    /// <inheritdoc/>
    public override void SetDecimal(int ordinal, decimal value) => throw Unfit(ordinal);

    /// <inheritdoc/>
    public override void SetString(int ordinal, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(ordinal, value, static (w, o, v) => w.SetString(o, v));
    }

    /// <inheritdoc/>
    public override void SetChar(int ordinal, char value) => Add(ordinal, value, static (w, o, v) => w.SetChar(o, v));

    /// <inheritdoc/>
    public override void SetDateTime(int ordinal, DateTime value) => Add(ordinal, value, static (w, o, v) => w.SetDateTime(o, v));

    /// <inheritdoc/>
    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => Add(ordinal, value, static (w, o, v) => w.SetDateTimeOffset(o, v));

    /// <inheritdoc/>
    public override void SetDateOnly(int ordinal, DateOnly value) => Add(ordinal, value, static (w, o, v) => w.SetDateOnly(o, v));

    /// <inheritdoc/>
    public override void SetTimeOnly(int ordinal, TimeOnly value) => Add(ordinal, value, static (w, o, v) => w.SetTimeOnly(o, v));

    /// <inheritdoc/>
    public override void SetTimeSpan(int ordinal, TimeSpan value) => Add(ordinal, value, static (w, o, v) => w.SetTimeSpan(o, v));

    /// <inheritdoc/>
    public override void SetGuid(int ordinal, Guid value) => Add(ordinal, value, static (w, o, v) => w.SetGuid(o, v));

    /// <inheritdoc/>
    public override void SetBinary(int ordinal, byte[] value) => throw Unfit(ordinal);

    /// <summary>Takes over a parameter's values from another binding.</summary>
    /// <param name="ordinal">The parameter's ordinal in the scope, from 0.</param>
    /// <param name="binding">A binding of the same scope.</param>
    public void Copy(int ordinal, FilterBinding binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        _values[ordinal].AddRange(binding.ValuesOf(ordinal));
    }

    /// <summary>The values as a binding.</summary>
    public FilterBinding ToBinding() => new(_scope, _values);

    private void Add<T>(int ordinal, T value, Action<RowWriter, int, T> write) => _values[ordinal].Add(FilterValue.Of(value, write));

    private ArgumentException Unfit(int ordinal) =>
        new($"The filter parameter {_scope.Parameters[ordinal].Name} cannot be compared for equality across stores: filter by an integer, a Guid, a string or a date.");
}
