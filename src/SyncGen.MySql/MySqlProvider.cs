using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.MySql;

/// <summary>
/// A MySQL or MariaDB database as a store. Sessions run one at a time over one connection, which stays open between them; dispose
/// the provider to close it. Thread-safe.
/// </summary>
public sealed class MySqlProvider : RelationalProvider
{
    private readonly string _connectionString;
    private string? _fingerprint;

    /// <summary>Creates a provider; opens nothing yet.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="scripts">The scope's SQL.</param>
    /// <param name="connectionString">A connection string of MySqlConnector.</param>
    /// <param name="options">How to open the store; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public MySqlProvider(SyncScope scope, RelationalScripts scripts, string connectionString, MySqlProviderOptions? options = null)
        : base(scope, scripts, options ?? new MySqlProviderOptions())
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = Parse(connectionString);

        // What a session sets on its connection must not come back in another one's; nor may it join what goes on around it.
        builder.Pooling = false;
        builder.AutoEnlist = false;
        builder.AllowUserVariables = true;
        // Values come as the database has them, not as what they stand for elsewhere.
        builder.GuidFormat = MySqlGuidFormat.None;
        builder.TreatTinyAsBoolean = false;
        builder.DateTimeKind = MySqlDateTimeKind.Unspecified;
        builder.NoBackslashEscapes = false;
        builder.UseAffectedRows = false;
        _connectionString = builder.ConnectionString;
        DisplayName = NameOf(builder);
    }

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    protected override async ValueTask<RelationalConnection> OpenConnectionAsync(StoreUse use, CancellationToken cancellationToken)
    {
        _fingerprint = null;
        return await MySqlStoreConnection.OpenAsync(_connectionString, Scope.Name, DisplayName, Options.LockTimeout, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken)
    {
        var live = (MySqlStoreConnection)connection;
        var fingerprint = await new MySqlFingerprint(live, Scope).ReadAsync(cancellationToken);
        if (fingerprint == _fingerprint)
        {
            return false;
        }

        _fingerprint = await new MySqlSchema(live, Scope).RequireUnchangedAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsUnchangedAsync(RelationalConnection connection, CancellationToken cancellationToken) =>
        _fingerprint is not null && _fingerprint == await new MySqlFingerprint((MySqlStoreConnection)connection, Scope).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override RelationalSchema SchemaOf(RelationalConnection connection) =>
        new MySqlSchema((MySqlStoreConnection)connection, Scope);

    /// <summary>What messages call the store of a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string NameOf(string connectionString) => NameOf(Parse(connectionString));

    private static string NameOf(MySqlConnectionStringBuilder builder) => builder.Database is { Length: > 0 } database ? database : builder.Server;

    private static MySqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new MySqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Not shown itself: it may hold a password.
            throw new ArgumentException(
                $"This is no connection string of MySqlConnector: {exception.Message} A database is named as in 'Server=localhost;Database=app;User ID=app'.",
                nameof(connectionString), exception);
        }
    }
}
