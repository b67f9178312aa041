using SyncGen.Model;
using SyncGen.Sqlite.Scripts;

namespace SyncGen.Sqlite;

/// <summary>A SQLite database as a store.</summary>
public sealed class SqliteProvider
{
    /// <summary>Creates a provider; opens nothing yet.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="script">The scope's SQL.</param>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">How to open the store; null for the defaults.</param>
    public SqliteProvider(SyncScope scope, SqliteScopeScript script, string connectionString, SqliteProviderOptions? options = null)
    {
        Scope = scope;
        Script = script;
        ConnectionString = connectionString;
        Options = options ?? new();
    }

    internal SyncScope Scope { get; }

    internal SqliteScopeScript Script { get; }

    internal string ConnectionString { get; }

    internal SqliteProviderOptions Options { get; }
}
