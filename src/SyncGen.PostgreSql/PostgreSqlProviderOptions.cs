using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>How a PostgreSQL store is opened. The role is a peer's unless another is set.</summary>
public sealed class PostgreSqlProviderOptions() : RelationalProviderOptions(SyncRole.Peer);
