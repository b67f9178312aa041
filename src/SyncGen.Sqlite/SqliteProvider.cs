using Microsoft.Data.Sqlite;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.Sqlite;

/// <summary>
/// A SQLite database as a store. Sessions run one at a time and keep the file open between them; dispose the provider to
/// close it. Thread-safe.
/// </summary>
public sealed class SqliteProvider : RelationalProvider
{
    private readonly string _connectionString;

    /// <summary>Creates a provider; opens nothing yet.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="scripts">The scope's SQL.</param>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">How to open the store; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public SqliteProvider(SyncScope scope, RelationalScripts scripts, string connectionString, SqliteProviderOptions? options = null)
        : base(scope, scripts, options ?? new SqliteProviderOptions())
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = Parse(connectionString);

        // What a session sets on its connection must not come back in another one's.
        builder.Pooling = false;
        _connectionString = builder.ConnectionString;
        DisplayName = NameOf(builder);
    }

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    protected override async ValueTask<RelationalConnection> OpenConnectionAsync(StoreUse use, CancellationToken cancellationToken) =>
        await SqliteStoreConnection.OpenAsync(
            SqliteSource.For(_connectionString, use), Scope.Name, DisplayName, Options.LockTimeout, cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken) =>
        ((SqliteStoreConnection)connection).RefreshAsync(Scope, cancellationToken);

    /// <inheritdoc/>
    protected override RelationalSchema SchemaOf(RelationalConnection connection) =>
        new SqliteSchema((SqliteStoreConnection)connection, Scope);

    /// <summary>What messages call the store of a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string NameOf(string connectionString) => NameOf(Parse(connectionString));

    private static string NameOf(SqliteConnectionStringBuilder builder) => SqliteText.FileName(builder.DataSource);

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            // Not shown itself: it may hold a password.
            throw new ArgumentException(
                $"This is no connection string of Microsoft.Data.Sqlite: {exception.Message} A file is named as in 'Data Source=app.db'.",
                nameof(connectionString), exception);
        }
    }
}
