using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Values;

/// <summary>Reads a row from the texts of its properties. One that is missing has its type's default, as in the original.</summary>
internal sealed class TextRowReader(WireTable type, FeedLimits limits) : RowReader
{
    private readonly string?[] _texts = new string?[type.Properties.Length];
    private readonly bool[] _has = new bool[type.Properties.Length];
    private readonly bool[] _isFormer = new bool[type.Properties.Length];

    /// <summary>
    /// Takes a value; that of a property which the type does not have is passed over. A name that the property had before counts where the
    /// one of now does not come.
    /// </summary>
    public void Add(string property, string? text)
    {
        if (type.OrdinalOf(property) is not (>= 0 and var ordinal))
        {
            return;
        }

        var isFormer = !type.IsCurrent(property);
        if (isFormer && _has[ordinal])
        {
            return;
        }

        _has[ordinal] &= !_isFormer[ordinal];
        AddAt(ordinal, text);
        _isFormer[ordinal] = isFormer;
    }

    /// <summary>Takes the value of a column.</summary>
    public void AddAt(int ordinal, string? text)
    {
        if (_has[ordinal])
        {
            throw Malformed.Of($"An entity of the type {type.TypeName} has the property '{type.Properties[ordinal]}' twice.");
        }

        _texts[ordinal] = text;
        _has[ordinal] = true;
    }

    public override bool IsNull(int ordinal) => _texts[ordinal] is null;

    public override bool GetBoolean(int ordinal) => TextOf(ordinal) is { } text && (ValueText.TryBoolean(text, out var value) ? value : throw Unreadable(ordinal, text));

    public override byte GetByte(int ordinal) => Integer<byte>(ordinal);

    public override sbyte GetSByte(int ordinal) => Integer<sbyte>(ordinal);

    public override short GetInt16(int ordinal) => Integer<short>(ordinal);

    public override ushort GetUInt16(int ordinal) => Integer<ushort>(ordinal);

    public override int GetInt32(int ordinal) => Integer<int>(ordinal);

    public override uint GetUInt32(int ordinal) => Integer<uint>(ordinal);

    public override long GetInt64(int ordinal) => Integer<long>(ordinal);

    public override ulong GetUInt64(int ordinal) => Integer<ulong>(ordinal);

    public override float GetSingle(int ordinal) => TextOf(ordinal) is not { } text ? 0 : ValueText.TrySingle(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override double GetDouble(int ordinal) => TextOf(ordinal) is not { } text ? 0 : ValueText.TryDouble(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override decimal GetDecimal(int ordinal) => TextOf(ordinal) is not { } text ? 0 : ValueText.TryDecimal(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override string GetString(int ordinal) => TextOf(ordinal) is not { } text ? "" : limits.RequireText(text, type.Properties[ordinal]);

    public override char GetChar(int ordinal) => TextOf(ordinal) switch
    {
        null => default,
        [var unit] => unit,
        var text => throw Unreadable(ordinal, text),
    };

    public override DateTime GetDateTime(int ordinal) =>
        TextOf(ordinal) is not { } text ? default : ValueText.TryDateTime(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override DateTimeOffset GetDateTimeOffset(int ordinal) =>
        TextOf(ordinal) is not { } text ? default : ValueText.TryDateTimeOffset(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override DateOnly GetDateOnly(int ordinal)
    {
        var value = GetDateTime(ordinal);
        return value.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(value) : throw Unreadable(ordinal, _texts[ordinal]!);
    }

    public override TimeOnly GetTimeOnly(int ordinal)
    {
        var value = GetTimeSpan(ordinal);
        return value.Ticks is >= 0 and < TimeSpan.TicksPerDay ? TimeOnly.FromTimeSpan(value) : throw Unreadable(ordinal, _texts[ordinal]!);
    }

    public override TimeSpan GetTimeSpan(int ordinal) =>
        TextOf(ordinal) is not { } text ? default : ValueText.TryTimeSpan(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override Guid GetGuid(int ordinal) =>
        TextOf(ordinal) is not { } text ? default : ValueText.TryGuid(text, out var value) ? value : throw Unreadable(ordinal, text);

    public override byte[] GetBinary(int ordinal) =>
        TextOf(ordinal) is not { } text ? [] : ValueText.TryBinary(text, out var value) ? value : throw Unreadable(ordinal, text);

    private TValue Integer<TValue>(int ordinal)
        where TValue : struct, System.Numerics.INumberBase<TValue> =>
        TextOf(ordinal) is not { } text ? default : ValueText.TryInteger<TValue>(text, out var value) ? value : throw Unreadable(ordinal, text);

    // Null where the property is missing. One that is said to be null and may not be is an error.
    private string? TextOf(int ordinal) => _texts[ordinal] ?? (_has[ordinal]
        ? throw Malformed.Of($"The property '{type.Properties[ordinal]}' of an entity of the type {type.TypeName} is null, which it may not be.")
        : null);

    private SyncException Unreadable(int ordinal, string text) => Malformed.Of(
        $"The property '{type.Properties[ordinal]}' of an entity of the type {type.TypeName} is '{Malformed.Shown(text)}', which is no {EdmTypes.NameOf(type.Table.Columns[ordinal].Type)} that fits.");
}
