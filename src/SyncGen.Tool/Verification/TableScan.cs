using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Tool.Verification;

/// <summary>Reads all rows of a table, one after another, in the order that the store likes best.</summary>
/// <param name="connection">A connection with an open transaction.</param>
/// <param name="scope">The scope's name.</param>
/// <param name="take">Takes each row.</param>
/// <param name="unreadable">Takes what cannot be read as the model says.</param>
/// <param name="cancellationToken">Cancels the scan.</param>
internal sealed class TableScan(
    RelationalConnection connection, string scope, Action<ScannedRow> take, Action<UnreadableRow> unreadable, CancellationToken cancellationToken) : ISyncTableVisitor<ValueTask>
{
    /// <inheritdoc/>
    public async ValueTask Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var traits = await connection.TraitsOfAsync(table, cancellationToken);
        var sql = new TableStatements(scope, table, connection.Dialect, traits).Peer.ScanPlain;
        var statement = connection.Stream(sql.First, table, sql.Portions);
        var values = new RowValues(table.Columns.Count);
        var problems = new List<UnreadableRow>();
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                if (RowReading.TryRead(table, statement, keyOnly: false, SyncVersion.None, problems, out var row))
                {
                    table.Write(row, values);
                    take(new ScannedRow(values.Hash(table.KeyLength), values.Hash(table.Columns.Count), values, () => RowJson.WriteKey(table, row)));
                }
                else
                {
                    unreadable(problems[0]);
                    problems.Clear();
                }
            }
        }
        finally
        {
            statement.Reset();
        }
    }
}
