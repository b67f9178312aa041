using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>
/// A temporary table into which the rows of a batch go all at once, for statements that work on whole sets. It has a column for
/// each of the table's, <c>c0</c> to <c>cN</c>, with types that take any value the table's take; then those of <see cref="Fields"/>.
/// Its rows are gone at the end of the transaction. Not thread-safe.
/// </summary>
public abstract class RelationalStage
{
    /// <summary>The columns of a peer's tracking table behind its key. Of 32 bits are those that <see cref="IsInt32"/> names, of 64 the others.</summary>
    public static IReadOnlyList<string> TrackingFields { get; } =
        ["tick", "replica", "version", "base_replica", "base_version", "time", "author", "deleted"];

    /// <summary>
    /// The columns behind the row's own: the row's number in the batch; its <see cref="TrackingFields"/>; the tick that its tracking
    /// row had, null where it had none. All are integers.
    /// </summary>
    public static IReadOnlyList<string> Fields { get; } = ["n", .. TrackingFields, "former"];

    /// <summary>Whether one of <see cref="Fields"/> is an integer of 32 bits; else it is one of 64.</summary>
    public static bool IsInt32(string field) => field is "n" or "replica" or "base_replica" or "author" or "deleted";

    /// <summary>The temporary table's name, quoted.</summary>
    public abstract string Name { get; }

    /// <summary>Takes the values of the next row: those of the table's columns by their ordinals, then those of <see cref="Fields"/>.</summary>
    public abstract RowWriter Row { get; }

    /// <summary>Begins to put in rows; those of before are gone. Until <see cref="EndAsync"/> no other statement may run.</summary>
    public abstract ValueTask BeginAsync(CancellationToken cancellationToken);

    /// <summary>Puts in the row whose values <see cref="Row"/> took. They are all null again then.</summary>
    public abstract ValueTask AddAsync(CancellationToken cancellationToken);

    /// <summary>Ends it. An outcome that is a refusal says that a value cannot be stored; then no row is in.</summary>
    public abstract ValueTask<WriteOutcome> EndAsync(CancellationToken cancellationToken);
}
