using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.SqlServer;

/// <summary>
/// A SQL Server or Azure SQL database as a store. Sessions run one at a time over one connection, which stays open between them;
/// dispose the provider to close it. Thread-safe.
/// </summary>
public sealed class SqlServerProvider : RelationalProvider
{
    private readonly string _connectionString;
    private readonly int _commandSeconds;
    private string? _fingerprint;

    /// <summary>Creates a provider; opens nothing yet.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="scripts">The scope's SQL.</param>
    /// <param name="connectionString">
    /// A connection string of Microsoft.Data.SqlClient. Its Command Timeout holds for each statement of a session; 10 minutes where
    /// it has none.
    /// </param>
    /// <param name="options">How to open the store; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public SqlServerProvider(SyncScope scope, RelationalScripts scripts, string connectionString, SqlServerProviderOptions? options = null)
        : base(scope, scripts, options ?? new SqlServerProviderOptions())
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = Parse(connectionString);

        // What a session sets on its connection must not come back in another one's; nor may it join what goes on around it.
        builder.Pooling = false;
        builder.Enlist = false;
        builder.MultipleActiveResultSets = false;
        // A connection that the driver renews by itself has lost what the session set on it, its locks too.
        builder.ConnectRetryCount = 0;
        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "SyncGen";
        }

        _commandSeconds = builder.ShouldSerialize("Command Timeout") ? builder.CommandTimeout : DefaultCommandSeconds;
        _connectionString = builder.ConnectionString;
        DisplayName = NameOf(builder);
    }

    // Provisioning a large table takes its time; locks are waited for no longer than LockTimeout.
    private const int DefaultCommandSeconds = 600;

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    protected override async ValueTask<RelationalConnection> OpenConnectionAsync(StoreUse use, CancellationToken cancellationToken)
    {
        _fingerprint = null;
        return await SqlServerStoreConnection.OpenAsync(_connectionString, Scope, DisplayName, Options.LockTimeout, _commandSeconds, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken)
    {
        var live = (SqlServerStoreConnection)connection;
        var fingerprint = await new SqlServerFingerprint(live, Scope).ReadAsync(cancellationToken);
        if (fingerprint == _fingerprint)
        {
            return false;
        }

        await new SqlServerSchema(live, Scope).RequireUnchangedAsync(cancellationToken);
        _fingerprint = fingerprint;
        return true;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsUnchangedAsync(RelationalConnection connection, CancellationToken cancellationToken) =>
        _fingerprint is not null && _fingerprint == await new SqlServerFingerprint((SqlServerStoreConnection)connection, Scope).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override RelationalSchema SchemaOf(RelationalConnection connection) =>
        new SqlServerSchema((SqlServerStoreConnection)connection, Scope);

    /// <summary>What messages call the store of a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string NameOf(string connectionString) => NameOf(Parse(connectionString));

    private static string NameOf(SqlConnectionStringBuilder builder) => builder.InitialCatalog is { Length: > 0 } database ? database : builder.DataSource;

    private static SqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new SqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Not shown itself: it may hold a password.
            throw new ArgumentException(
                $"This is no connection string of Microsoft.Data.SqlClient: {exception.Message} A database is named as in 'Server=localhost;Database=app;Integrated Security=true'.",
                nameof(connectionString), exception);
        }
    }
}
