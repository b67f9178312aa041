using SyncGen.Versions;

namespace SyncGen.Relational.Rows;

/// <summary>What is tracked of a write.</summary>
/// <param name="Version">Who wrote, and when.</param>
/// <param name="Base">The foreign version that was replaced.</param>
/// <param name="Time">The write's time.</param>
/// <param name="IsDeleted">Whether it was a deletion.</param>
/// <param name="Author">The leaf for which this store wrote, by its number.</param>
internal readonly record struct RowVersion(SyncVersion Version, SyncVersion Base, long Time, bool IsDeleted, int? Author = null);
