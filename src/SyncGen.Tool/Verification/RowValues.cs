using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SyncGen.Model;

namespace SyncGen.Tool.Verification;

/// <summary>
/// Takes a row's values in a form that is the same whatever store they come from: numbers without trailing zeros, moments in UTC.
/// Not thread-safe; one object takes one row after another.
/// </summary>
internal sealed class RowValues(int columns) : RowWriter
{
    private readonly string?[] _texts = new string?[columns];

    /// <summary>The texts of the row that was written last; null stands for null.</summary>
    public IReadOnlyList<string?> Texts => _texts;

    /// <summary>A hash of the first columns, which is another for another row, as far as one can tell.</summary>
    public UInt128 Hash(int count)
    {
        // The lengths keep neighbours apart.
        var text = new StringBuilder();
        foreach (var value in _texts.AsSpan(0, count))
        {
            text.Append(value?.Length ?? -1).Append(':').Append(value);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public override void SetNull(int ordinal) => _texts[ordinal] = null;

    public override void SetBoolean(int ordinal, bool value) => _texts[ordinal] = value ? "true" : "false";

    public override void SetByte(int ordinal, byte value) => Set(ordinal, value);

    public override void SetSByte(int ordinal, sbyte value) => Set(ordinal, value);

    public override void SetInt16(int ordinal, short value) => Set(ordinal, value);

    public override void SetUInt16(int ordinal, ushort value) => Set(ordinal, value);

    public override void SetInt32(int ordinal, int value) => Set(ordinal, value);

    public override void SetUInt32(int ordinal, uint value) => Set(ordinal, value);

    public override void SetInt64(int ordinal, long value) => Set(ordinal, value);

    public override void SetUInt64(int ordinal, ulong value) => Set(ordinal, value);

    // Zero has no sign here, as in a comparison.
    public override void SetSingle(int ordinal, float value) => Set(ordinal, value == 0 ? 0f : value);

    public override void SetDouble(int ordinal, double value) => Set(ordinal, value == 0 ? 0d : value);

    public override void SetDecimal(int ordinal, decimal value) => _texts[ordinal] = value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture);

    public override void SetString(int ordinal, string value) => _texts[ordinal] = value;

    public override void SetChar(int ordinal, char value) => _texts[ordinal] = value.ToString();

    public override void SetDateTime(int ordinal, DateTime value) => _texts[ordinal] = value.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) =>
        _texts[ordinal] = value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public override void SetDateOnly(int ordinal, DateOnly value) => _texts[ordinal] = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override void SetTimeOnly(int ordinal, TimeOnly value) => _texts[ordinal] = value.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    public override void SetTimeSpan(int ordinal, TimeSpan value) => _texts[ordinal] = value.ToString("c", CultureInfo.InvariantCulture);

    public override void SetGuid(int ordinal, Guid value) => _texts[ordinal] = value.ToString("D");

    public override void SetBinary(int ordinal, byte[] value) => _texts[ordinal] = Convert.ToBase64String(value);

    private void Set<T>(int ordinal, T value)
        where T : IFormattable => _texts[ordinal] = value.ToString(null, CultureInfo.InvariantCulture);
}
