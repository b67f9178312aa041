using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>How a SQLite store is opened. The role is a leaf's unless another is set.</summary>
public sealed class SqliteProviderOptions() : RelationalProviderOptions(SyncRole.Leaf);
