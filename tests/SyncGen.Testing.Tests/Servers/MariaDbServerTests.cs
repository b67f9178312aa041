using SyncGen.Testing.Servers;

namespace SyncGen.Testing.Tests.Servers;

public class MariaDbServerTests
{
    [RequiresFact(Requirement.MariaDb)]
    public async Task A_database_answers() => await ServerChecks.AnswersAsync(await MariaDbServer.SharedAsync());

    [RequiresFact(Requirement.MariaDb)]
    public async Task Databases_are_apart() => await ServerChecks.DatabasesAreApartAsync(await MariaDbServer.SharedAsync());

    [RequiresFact(Requirement.MariaDb)]
    public async Task An_open_transaction_does_not_keep_a_database() =>
        await ServerChecks.OpenTransactionsDoNotKeepADatabaseAsync(await MariaDbServer.SharedAsync(), "SELECT count(*) FROM information_schema.schemata WHERE schema_name = '{0}'");

    [RequiresFact(Requirement.MariaDb)]
    public async Task All_who_ask_at_once_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(MariaDbServer.SharedAsync)));

        Assert.Single(servers.Distinct());
    }

    [RequiresFact(Requirement.MariaDb)]
    public async Task Databases_are_made_at_once()
    {
        var server = await MariaDbServer.SharedAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ServerChecks.AnswersAsync(server)));
    }

    [RequiresFact(Requirement.MariaDbPrograms)]
    public async Task Only_speed_and_character_set_differ_from_an_installed_server()
    {
        await using var server = await MariaDbServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();

        var isDefaultMode = await ServerChecks.ScalarAsync(
            server, database, "SELECT global_value = default_value FROM information_schema.system_variables WHERE variable_name = 'SQL_MODE'");

        Assert.Equal(1L, isDefaultMode);
        Assert.Equal("utf8mb4", await ServerChecks.ScalarAsync(server, database, "SELECT @@character_set_database"));
        Assert.Equal("utf8mb4", await ServerChecks.ScalarAsync(server, database, "SELECT @@character_set_server"));
        Assert.Equal(1L, await ServerChecks.ScalarAsync(server, database, "SELECT CAST(@@local_infile AS SIGNED)"));
    }

    [RequiresFact(Requirement.MariaDbPrograms)]
    public async Task Nothing_is_left_of_a_stopped_server() => await ServerChecks.StopsAsync(await MariaDbServer.StartAsync());

    [RequiresFact(Requirement.MariaDbPrograms)]
    public async Task Nothing_is_left_of_the_server_of_a_killed_process() => await ServerChecks.EndsWithAKilledProcessAsync(Victim.MariaDb);

    [RequiresFact(Requirement.MariaDbPrograms)]
    public async Task What_was_committed_survives_a_crash() => await ServerChecks.ComesBackFromCrashesAsync(await MariaDbServer.StartAsync(survivesCrashes: true));

    [RequiresFact(Requirement.MariaDbPrograms)]
    public async Task Nothing_is_left_of_a_crashed_server() => await ServerChecks.StopsAfterACrashAsync(await MariaDbServer.StartAsync());
}
