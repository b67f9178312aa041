using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.PostgreSql;

/// <summary>
/// A PostgreSQL database as a store. Sessions run one at a time over one connection, which stays open between them; dispose
/// the provider to close it. Thread-safe.
/// </summary>
public sealed class PostgreSqlProvider : RelationalProvider
{
    private readonly string _connectionString;
    private string? _fingerprint;

    /// <summary>Creates a provider; opens nothing yet.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="scripts">The scope's SQL.</param>
    /// <param name="connectionString">A connection string of Npgsql.</param>
    /// <param name="options">How to open the store; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public PostgreSqlProvider(SyncScope scope, RelationalScripts scripts, string connectionString, PostgreSqlProviderOptions? options = null)
        : base(scope, scripts, options ?? new PostgreSqlProviderOptions())
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = Parse(connectionString);

        // What a session sets on its connection must not come back in another one's; nor may it join what goes on around it.
        builder.Pooling = false;
        builder.Enlist = false;
        builder.ApplicationName ??= "SyncGen";
        _connectionString = builder.ConnectionString;
        DisplayName = NameOf(builder);
    }

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    protected override async ValueTask<RelationalConnection> OpenConnectionAsync(StoreUse use, CancellationToken cancellationToken)
    {
        _fingerprint = null;
        return await PostgreSqlStoreConnection.OpenAsync(_connectionString, Scope.Name, DisplayName, Options.LockTimeout, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken)
    {
        var live = (PostgreSqlStoreConnection)connection;
        var fingerprint = await new PostgreSqlFingerprint(live, Scope).ReadAsync(cancellationToken);
        if (fingerprint == _fingerprint)
        {
            return false;
        }

        live.Schema.Forget();
        _fingerprint = await new PostgreSqlSchema(live, Scope).RequireUnchangedAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsUnchangedAsync(RelationalConnection connection, CancellationToken cancellationToken) =>
        _fingerprint is not null && _fingerprint == await new PostgreSqlFingerprint((PostgreSqlStoreConnection)connection, Scope).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override RelationalSchema SchemaOf(RelationalConnection connection) =>
        new PostgreSqlSchema((PostgreSqlStoreConnection)connection, Scope);

    /// <summary>What messages call the store of a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string NameOf(string connectionString) => NameOf(Parse(connectionString));

    private static string NameOf(NpgsqlConnectionStringBuilder builder) => builder.Database ?? builder.Username ?? builder.Host ?? "PostgreSQL";

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Not shown itself: it may hold a password.
            throw new ArgumentException(
                $"This is no connection string of Npgsql: {exception.Message} A database is named as in 'Host=localhost;Database=app;Username=app'.",
                nameof(connectionString), exception);
        }
    }
}
