using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Reads a row from values; a value of another type than asked for fails the test.</summary>
internal sealed class MemoryRowReader(IReadOnlyList<object?> values) : RowReader
{
    public override bool IsNull(int ordinal) => values[ordinal] is null;

    public override bool GetBoolean(int ordinal) => Get<bool>(ordinal);

    public override byte GetByte(int ordinal) => Get<byte>(ordinal);

    public override sbyte GetSByte(int ordinal) => Get<sbyte>(ordinal);

    public override short GetInt16(int ordinal) => Get<short>(ordinal);

    public override ushort GetUInt16(int ordinal) => Get<ushort>(ordinal);

    public override int GetInt32(int ordinal) => Get<int>(ordinal);

    public override uint GetUInt32(int ordinal) => Get<uint>(ordinal);

    public override long GetInt64(int ordinal) => Get<long>(ordinal);

    public override ulong GetUInt64(int ordinal) => Get<ulong>(ordinal);

    public override float GetSingle(int ordinal) => Get<float>(ordinal);

    public override double GetDouble(int ordinal) => Get<double>(ordinal);

    public override decimal GetDecimal(int ordinal) => Get<decimal>(ordinal);

    public override string GetString(int ordinal) => Get<string>(ordinal);

    public override char GetChar(int ordinal) => Get<char>(ordinal);

    public override DateTime GetDateTime(int ordinal) => Get<DateTime>(ordinal);

    public override DateTimeOffset GetDateTimeOffset(int ordinal) => Get<DateTimeOffset>(ordinal);

    public override DateOnly GetDateOnly(int ordinal) => Get<DateOnly>(ordinal);

    public override TimeOnly GetTimeOnly(int ordinal) => Get<TimeOnly>(ordinal);

    public override TimeSpan GetTimeSpan(int ordinal) => Get<TimeSpan>(ordinal);

    public override Guid GetGuid(int ordinal) => Get<Guid>(ordinal);

    public override byte[] GetBinary(int ordinal) => Get<byte[]>(ordinal);

    private T Get<T>(int ordinal) => Assert.IsType<T>(values[ordinal]);
}
