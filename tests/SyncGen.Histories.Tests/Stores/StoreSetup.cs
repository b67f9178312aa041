using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Model;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>How a store of a history is made.</summary>
/// <param name="Name">Its name in the history's steps.</param>
/// <param name="Database">Its database.</param>
/// <param name="Policy">Its scope.</param>
/// <param name="Role">Its role.</param>
/// <param name="Skew">How far its application's clock is ahead of the history's, in microseconds.</param>
/// <param name="IsWriteAheadLogged">Whether a SQLite file's journal is a write-ahead log; else a rollback journal.</param>
internal sealed record StoreSetup(string Name, Database Database, Policy Policy, SyncRole Role, long Skew, bool IsWriteAheadLogged);
