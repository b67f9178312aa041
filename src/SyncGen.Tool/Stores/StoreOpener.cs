using System.Net.Http.Headers;
using SyncGen.Http;
using SyncGen.Providers;
using SyncGen.Relational;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>Opens stores of a scope.</summary>
internal sealed class StoreOpener(LoadedScope scope, ConnectionStrings connections)
{
    /// <summary>Opens a store in the role that is asked for; where none is, in the one that it was provisioned in, or else as a peer.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="role">The role; null for what it is.</param>
    /// <param name="parameters">Filter parameters, as <c>name=value</c>.</param>
    /// <param name="autoProvision">Whether the first session provisions it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SyncProvider> OpenAsync(
        StoreAddress address, SyncRole? role, IReadOnlyList<string> parameters, bool autoProvision, CancellationToken cancellationToken)
    {
        if (address.Service is { } service)
        {
            return role == SyncRole.Leaf
                ? throw new ToolException("A service is a hub or a peer, and no leaf.")
                : new HttpProvider(scope.Definition, service, new HttpProviderOptions
                {
                    Filter = ParameterFilter.Parse(scope.Definition, parameters),
                    Client = address.Token is { } token ? ClientWith(connections.Resolve(token)) : null,
                });
        }

        return await OpenDatabaseAsync(address, role, parameters, autoProvision, cancellationToken);
    }

    /// <summary>The same for what a database alone can do.</summary>
    public async Task<RelationalProvider> OpenDatabaseAsync(
        StoreAddress address, SyncRole? role, IReadOnlyList<string> parameters, bool autoProvision, CancellationToken cancellationToken)
    {
        if (address.Database is null)
        {
            throw new ToolException("This needs a database: a service's store is looked after by the service. Name the database that is behind it.");
        }

        var store = Open(address, role ?? SyncRole.Peer, parameters, autoProvision);
        if (role is not null || !await IsOfOtherRoleAsync(store, cancellationToken))
        {
            return store;
        }

        await store.DisposeAsync();
        return Open(address, SyncRole.Leaf, parameters, autoProvision);
    }

    /// <summary>Whether two addresses are those of one store, with names of connection strings looked up.</summary>
    public bool AreSame(StoreAddress first, StoreAddress second) => first.Database == second.Database && first.Service == second.Service
        && (first.Database is not { } database || connections.Resolve(first.Connection, database) == connections.Resolve(second.Connection, database));

    // The provider has a time-out of its own for each request.
    private static Func<HttpClient> ClientWith(string token)
    {
        var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return () => client;
    }

    private RelationalProvider Open(StoreAddress address, SyncRole role, IReadOnlyList<string> parameters, bool autoProvision)
    {
        var options = address.Database!.Options();
        options.Role = role;
        options.AutoProvision = autoProvision;
        options.Filter = ParameterFilter.Parse(scope.Definition, parameters);
        return scope.Open(address.Database, connections.Resolve(address.Connection, address.Database), options);
    }

    // Whatever else is wrong with the store is found, and said, by what it is opened for.
    private static async Task<bool> IsOfOtherRoleAsync(RelationalProvider store, CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return false;
        }
        catch (SyncException error)
        {
            return error.Code == SyncErrorCode.RoleMismatch;
        }
    }
}
