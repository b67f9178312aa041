using System.Globalization;

namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>What a transaction does to a row.</summary>
/// <param name="Key">The row. With a box go its slips.</param>
/// <param name="Write">The write that the row then says made it; null: it is deleted.</param>
internal readonly record struct RowWrite(RowKey Key, long? Write)
{
    /// <summary>The text that a row of a write holds: some bytes, or some hundred.</summary>
    public static string FillingOf(long write) =>
        write.ToString(CultureInfo.InvariantCulture) + new string((char)('a' + (write % 26)), (int)(write * 7919 % 500));
}
