using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>How a SQL Server or Azure SQL store is opened. The role is a peer's unless another is set.</summary>
public sealed class SqlServerProviderOptions() : RelationalProviderOptions(SyncRole.Peer);
