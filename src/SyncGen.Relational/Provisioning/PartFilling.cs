using SyncGen.Model;
using SyncGen.Relational.Filters;

namespace SyncGen.Relational.Provisioning;

/// <summary>Of rows that are there already, a peer notes in whose part they lie: parents before children.</summary>
internal sealed class PartFilling(RelationalConnection connection, SyncScope scope)
{
    /// <param name="isMeant">Which tables, of those that a filter decides over; none of their rows is noted yet.</param>
    /// <param name="tick">The tick from which on that holds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask RunAsync(Func<SyncTable, bool> isMeant, long tick, CancellationToken cancellationToken)
    {
        foreach (var layout in FilterLayout.Of(scope).OfType<FilterLayout>().Where(layout => isMeant(layout.Table)))
        {
            var names = new TableNames(scope.Name, layout.Table, connection.Dialect);
            var traits = await connection.TraitsOfAsync(layout.Table, cancellationToken);
            var fill = connection.Statement(new PartSql(layout, scope.Name, names, connection.Dialect, traits).Fill);
            fill.Parameters.SetInt64(0, tick);
            await fill.RunAsync(cancellationToken);
        }
    }
}
