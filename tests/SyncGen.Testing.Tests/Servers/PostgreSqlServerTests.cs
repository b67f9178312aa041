using SyncGen.Testing.Servers;

namespace SyncGen.Testing.Tests.Servers;

public class PostgreSqlServerTests
{
    [RequiresFact(Requirement.PostgreSql)]
    public async Task A_database_answers() => await ServerChecks.AnswersAsync(await PostgreSqlServer.SharedAsync());

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Databases_are_apart() => await ServerChecks.DatabasesAreApartAsync(await PostgreSqlServer.SharedAsync());

    [RequiresFact(Requirement.PostgreSql)]
    public async Task An_open_transaction_does_not_keep_a_database() =>
        await ServerChecks.OpenTransactionsDoNotKeepADatabaseAsync(await PostgreSqlServer.SharedAsync(), "SELECT count(*) FROM pg_database WHERE datname = '{0}'");

    [RequiresFact(Requirement.PostgreSql)]
    public async Task All_who_ask_at_once_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(PostgreSqlServer.SharedAsync)));

        Assert.Single(servers.Distinct());
    }

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Databases_are_made_at_once()
    {
        var server = await PostgreSqlServer.SharedAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ServerChecks.AnswersAsync(server)));
    }

    [RequiresFact(Requirement.PostgreSqlPrograms)]
    public async Task Nothing_is_left_of_a_stopped_server() => await ServerChecks.StopsAsync(await PostgreSqlServer.StartAsync());

    [RequiresFact(Requirement.PostgreSqlPrograms)]
    public async Task Nothing_is_left_of_the_server_of_a_killed_process() => await ServerChecks.EndsWithAKilledProcessAsync(Victim.PostgreSql);

    [RequiresFact(Requirement.PostgreSqlPrograms)]
    public async Task What_was_committed_survives_a_crash() => await ServerChecks.ComesBackFromCrashesAsync(await PostgreSqlServer.StartAsync(survivesCrashes: true));

    [RequiresFact(Requirement.PostgreSqlPrograms)]
    public async Task Nothing_is_left_of_a_crashed_server() => await ServerChecks.StopsAfterACrashAsync(await PostgreSqlServer.StartAsync());
}
