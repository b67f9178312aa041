using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>How a MySQL or MariaDB store is opened. The role is a peer's unless another is set.</summary>
public sealed class MySqlProviderOptions() : RelationalProviderOptions(SyncRole.Peer);
