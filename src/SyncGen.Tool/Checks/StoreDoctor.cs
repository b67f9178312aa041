using System.Globalization;
using SyncGen.Providers;
using SyncGen.Relational;
using SyncGen.Reports;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Checks;

/// <summary>Checks a store, from the connection to what waits in it. Changes nothing.</summary>
/// <param name="store">The store, opened such that a session would provision it.</param>
/// <param name="database">Its kind.</param>
/// <param name="environment">The clock.</param>
internal sealed class StoreDoctor(RelationalProvider store, Database database, SyncEnvironment environment)
{
    private const long LoggedMany = 100_000;
    private static readonly TimeSpan s_clocksApart = TimeSpan.FromSeconds(5);

    private readonly DatabaseSql _sql = DatabaseSql.Of(database);

    /// <summary>Runs the checks; those that need what failed are left out.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = new List<CheckResult> { await TryAsync("connection", ConnectAsync, cancellationToken) };
        if (checks[0].State == CheckState.Failed)
        {
            return checks;
        }

        checks.Add(await TryAsync("clock", CheckClockAsync, cancellationToken));
        checks.Add(await TryAsync("provisioning", CheckProvisioningAsync, cancellationToken));
        var provisioning = checks[^1].State;
        checks.Add(await TryAsync("rights", token => CheckRightsAsync(provisioning != CheckState.Failed, token), cancellationToken));
        if (provisioning == CheckState.Ok)
        {
            var report = await store.InspectAsync(1, cancellationToken);
            checks.Add(CheckQuarantine(report));
            checks.Add(CheckLog(report));
        }

        return checks;
    }

    private static async Task<CheckResult> TryAsync(string name, Func<CancellationToken, Task<(CheckState State, string Message)>> check, CancellationToken cancellationToken)
    {
        try
        {
            var (state, message) = await check(cancellationToken);
            return new CheckResult(name, state, message);
        }
        catch (SyncException error)
        {
            return new CheckResult(name, CheckState.Failed, Failure.Of(error).Message);
        }
    }

    private Task<(CheckState State, string Message)> ConnectAsync(CancellationToken cancellationToken) => store.UseAsync(async connection =>
    {
        var version = connection.Statement($"SELECT {_sql.Version}");
        await version.ReadAsync(cancellationToken);
        var text = version.Row.GetString(0);
        version.Reset();
        return (CheckState.Ok, $"{database.Title} {text}");
    }, StoreUse.Look, cancellationToken);

    private Task<(CheckState State, string Message)> CheckClockAsync(CancellationToken cancellationToken) => store.UseAsync(async connection =>
    {
        var before = environment.NowMicroseconds;
        var clock = connection.Statement($"SELECT {_sql.Now}");
        await clock.ReadAsync(cancellationToken);
        var server = clock.Row.GetInt64(0);
        clock.Reset();
        // The way there and back is no difference of clocks.
        var apart = TimeSpan.FromMicroseconds(Math.Max(0, Math.Max(before - server, server - environment.NowMicroseconds)));
        return apart <= s_clocksApart
            ? (CheckState.Ok, "The database's clock agrees with this machine's.")
            : (CheckState.Warning, string.Create(CultureInfo.InvariantCulture,
                $"The database's clock and this machine's are {apart.TotalSeconds:N0} s apart. Later writes win by these clocks: let both keep time by a time server."));
    }, StoreUse.Look, cancellationToken);

    private async Task<(CheckState State, string Message)> CheckProvisioningAsync(CancellationToken cancellationToken) => await store.CheckAsync(cancellationToken)
        ? (CheckState.Ok, $"Provisioned for the scope '{store.Scope.Name}' as a {(store.Role == SyncRole.Leaf ? "leaf" : "peer")}; tables and triggers are as they should be.")
        : (CheckState.Warning, $"Not provisioned for the scope '{store.Scope.Name}'. Run `syncgen provision`; the first session does it as well.");

    /// <summary>Begins a session, which folds the log, or provisions where that was not done, and takes it all back.</summary>
    private async Task<(CheckState State, string Message)> CheckRightsAsync(bool withSession, CancellationToken cancellationToken)
    {
        await store.UseAsync(connection => new RightsTrial(connection, store.Scope).RunAsync(cancellationToken), StoreUse.Look, cancellationToken);
        if (!withSession)
        {
            return (CheckState.Ok, "This login may read and write the tables.");
        }

        try
        {
            await using var session = await store.OpenSessionAsync(new SessionSettings { IsPreview = true }, cancellationToken);
            _ = session is LeafSession leaf ? (object)await leaf.IdentifyAsync(cancellationToken) : await ((PeerSession)session).IdentifyAsync(cancellationToken);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.NotProvisioned)
        {
            return (CheckState.Warning, "This login may read and write the tables. Whether it may provision cannot be tried out here, where schemas change at once.");
        }

        return (CheckState.Ok, "This login may do what a session does: it was tried, and taken back.");
    }

    private static CheckResult CheckQuarantine(StoreReport report) => report.Waiting is > 0 and var waiting
        ? new("quarantine", CheckState.Warning, string.Create(CultureInfo.InvariantCulture, $"{waiting:N0} rows wait, since the database refuses them. `syncgen quarantine` says why."))
        : new("quarantine", CheckState.Ok, "Nothing waits.");

    private static CheckResult CheckLog(StoreReport report) => report.Tables.Sum(table => table.Logged) is >= LoggedMany and var logged
        ? new("change log", CheckState.Warning, string.Create(CultureInfo.InvariantCulture, $"{logged:N0} writes wait in the change logs. Synchronise more often: the next session takes them up."))
        : new("change log", CheckState.Ok, "No longer than it should be.");
}
