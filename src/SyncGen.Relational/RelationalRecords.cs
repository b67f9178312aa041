using System.Globalization;
using SyncGen.Conflicts;
using SyncGen.Relational.Statements;
using SyncGen.Reports;

namespace SyncGen.Relational;

/// <summary>Reads for people what a store has recorded.</summary>
internal sealed class RelationalRecords(RelationalConnection connection, ScopeNames names)
{
    public async ValueTask<IReadOnlyList<LoggedConflict>> ReadConflictsAsync(int most, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(First(most, "SELECT id, recorded, table_name, row_key, policy, outcome, loser_time, loser_row, "
            + $"winner_time, winner_row FROM {connection.Dialect.Quote(names.Conflict)} ORDER BY id DESC"));
        var conflicts = new List<LoggedConflict>();
        while (await statement.ReadAsync(cancellationToken))
        {
            var row = statement.Row;
            conflicts.Add(new LoggedConflict(
                row.GetInt64(0), Time(row.GetInt64(1)), row.GetString(2), row.GetString(3),
                (ConflictPolicy)row.GetInt32(4), (ConflictOutcome)row.GetInt32(5),
                Time(row.GetInt64(6)), row.GetNullableString(7), Time(row.GetInt64(8)), row.GetNullableString(9)));
        }

        return conflicts;
    }

    public async ValueTask<IReadOnlyList<WaitingRow>> ReadQuarantineAsync(int most, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(First(most, $"SELECT id, table_name, row_key, {connection.Dialect.Quote("row")}, deleted, error_code, error, attempts, "
            + $"first_attempt, last_attempt FROM {connection.Dialect.Quote(names.Quarantine)} ORDER BY id"));
        var rows = new List<WaitingRow>();
        while (await statement.ReadAsync(cancellationToken))
        {
            var row = statement.Row;
            rows.Add(new WaitingRow(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(4) != 0 ? null : row.GetString(3),
                (SyncErrorCode)row.GetInt32(5), row.GetString(6), row.GetInt32(7), Time(row.GetInt64(8)), Time(row.GetInt64(9))));
        }

        return rows;
    }

    private string First(int most, string query) => connection.Dialect.First(query, most.ToString(CultureInfo.InvariantCulture));

    // Clocks may be wrong, and a time may have been raised above a wrong one: what no calendar holds is shown as its end.
    internal static DateTimeOffset Time(long microseconds)
    {
        var most = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var least = (DateTimeOffset.MinValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(microseconds, least, most) * TimeSpan.TicksPerMicrosecond);
    }
}
