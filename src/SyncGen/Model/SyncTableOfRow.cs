using SyncGen.Conflicts;

namespace SyncGen.Model;

/// <summary>Describes a table and is the codec of its rows. Generated; immutable and thread-safe.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
public abstract class SyncTable<TRow> : SyncTable
    where TRow : class
{
    /// <inheritdoc/>
    public sealed override Type RowType => typeof(TRow);

    /// <inheritdoc/>
    public sealed override TResult Accept<TResult>(ISyncTableVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }

    /// <summary>Reads a row: column <c>i</c> of <see cref="SyncTable.Columns"/> at ordinal <c>i</c>.</summary>
    public abstract TRow Read(RowReader reader);

    /// <summary>Reads a row of which only the key is known; its other properties have their types' defaults.</summary>
    public abstract TRow ReadKey(RowReader reader);

    /// <summary>Writes all columns, column <c>i</c> at ordinal <c>i</c>.</summary>
    public abstract void Write(TRow row, RowWriter writer);

    /// <summary>Writes the key columns alone, at ordinals from 0.</summary>
    public abstract void WriteKey(TRow row, RowWriter writer);

    /// <summary>Whether two rows hold the same values in all columns. Text is compared by code units, numbers by value, NaN equals NaN.</summary>
    public abstract bool ContentEquals(TRow left, TRow right);

    /// <summary>Whether two rows have the same key.</summary>
    public abstract bool KeyEquals(TRow left, TRow right);

    /// <summary>A hash of the key, equal for equal keys within a process.</summary>
    public abstract int KeyHash(TRow row);

    /// <summary>
    /// Which of two keys comes first: negative if the left one, 0 if they are equal. Text by code units, the rest by value:
    /// the order in which most databases keep their keys, so that rows in this order touch neighbouring pages.
    /// </summary>
    public abstract int CompareKeys(TRow left, TRow right);

    /// <summary>
    /// Settles a conflict: what the policy gives, unless the scope's hook decides otherwise. Called within the apply of a
    /// batch; an exception fails the batch.
    /// </summary>
    public virtual ConflictResolution<TRow> Resolve(Conflict<TRow> conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return conflict.ByPolicy;
    }
}
