namespace SyncGen.Relational;

/// <summary>What a session begins a transaction for.</summary>
public enum TransactionKind
{
    /// <summary>Reading: one state of the database, where it has that.</summary>
    Read,

    /// <summary>
    /// Writing what SyncGen itself keeps, and reading what goes with it: under the lock that only sessions take, and, where
    /// the database has that, in one state of it as of then.
    /// </summary>
    Write,

    /// <summary>
    /// Writing rows of the application: what others commit meanwhile is seen, and the lock that only sessions take comes
    /// with <see cref="RelationalConnection.LockAsync"/>.
    /// </summary>
    Apply,

    /// <summary>Changing the schema, perhaps before there is anything of SyncGen's own to lock.</summary>
    Provision,
}
