using SyncGen.Model;

namespace SyncGen.Relational.Provisioning;

/// <summary>
/// What a kind of database knows of its own schema beside the generated scripts, for provisioning. All within the open
/// transaction.
/// </summary>
public abstract class RelationalSchema
{
    /// <summary>Checks that the tables of the model are there and can hold what the model says.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: they do not.</exception>
    public abstract ValueTask CheckAsync(CancellationToken cancellationToken);

    /// <summary>Whether triggers of a provisioned table are gone, such as after the table was dropped and created again.</summary>
    public abstract ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>Adds to a table, after its scripts ran, what depends on its live schema.</summary>
    public abstract ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>Takes away whatever earlier versions of the scope left that the scripts of this one do not know.</summary>
    public abstract ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken);
}
