namespace SyncGen.Model;

/// <summary>Gets a table with its row type known: the way from a scope's list of tables to typed code.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface ISyncTableVisitor<out TResult>
{
    /// <summary>Visits a table.</summary>
    TResult Visit<TRow>(SyncTable<TRow> table)
        where TRow : class;
}
