using SyncGen.Model;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.State;

/// <summary>The models for which a store was provisioned, the present one among them.</summary>
internal sealed class ModelTable(RelationalConnection connection, ScopeNames names)
{
    private readonly string _name = connection.Dialect.Quote(names.Model);

    /// <summary>The model of a fingerprint; null if the store was never provisioned for it.</summary>
    public async ValueTask<ScopeDescription?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT description FROM {_name} WHERE fingerprint = {P(0)}");
        statement.Parameters.SetString(0, fingerprint);
        var json = await statement.ReadAsync(cancellationToken) ? statement.Row.GetString(0) : null;
        statement.Reset();
        return json is null ? null : ScopeDescription.Parse(json);
    }

    /// <summary>Whether a partner began to read tables under an earlier model: where it stands is told by the place of a table, so that it begins again.</summary>
    public async ValueTask<bool> HasChangedSinceAsync(byte[]? cursor, CancellationToken cancellationToken) =>
        cursor is not null && ReadCursor.Read(cursor) is { Stage: not ReadStage.Changes } began && began.Watermark < await TickAsync(cancellationToken);

    // From then on the store has its present model; 0 where it has had no other.
    private async ValueTask<long> TickAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT coalesce(max(tick), 0) FROM {_name}");
        var tick = await statement.ReadAsync(cancellationToken) ? statement.Row.GetInt64(0) : 0;
        statement.Reset();
        return tick;
    }

    /// <summary>Notes a model, unless it is known.</summary>
    public async ValueTask EnsureAsync(SyncScope scope, long time, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope.Fingerprint, cancellationToken) is null)
        {
            await AddAsync(scope, 0, time, cancellationToken);
        }
    }

    /// <summary>Notes that a model holds from a tick on.</summary>
    public async ValueTask ReplaceAsync(SyncScope scope, long tick, long time, CancellationToken cancellationToken)
    {
        var delete = connection.Statement($"DELETE FROM {_name} WHERE fingerprint = {P(0)}");
        delete.Parameters.SetString(0, scope.Fingerprint);
        await delete.RunAsync(cancellationToken);
        await AddAsync(scope, tick, time, cancellationToken);
    }

    private async ValueTask AddAsync(SyncScope scope, long tick, long time, CancellationToken cancellationToken)
    {
        var last = connection.Statement($"SELECT coalesce(max(n), 0) FROM {_name}");
        var n = await last.ReadAsync(cancellationToken) ? last.Row.GetInt32(0) : 0;
        last.Reset();
        var insert = connection.Statement($"INSERT INTO {_name} (n, fingerprint, description, tick, time) VALUES ({P(0)}, {P(1)}, {P(2)}, {P(3)}, {P(4)})");
        insert.Parameters.SetInt32(0, n + 1);
        insert.Parameters.SetString(1, scope.Fingerprint);
        insert.Parameters.SetString(2, ScopeDescription.Of(scope).ToJson());
        insert.Parameters.SetInt64(3, tick);
        insert.Parameters.SetInt64(4, time);
        await insert.RunAsync(cancellationToken);
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
