namespace SyncGen.SqlServer;

/// <summary>What stands behind the names of tables that are read or locked in a way of their own.</summary>
internal static class SqlServerHints
{
    /// <summary>
    /// Entries of a log that are committed, without waiting for those who have added others. In a transaction that sees one state
    /// anyway, which takes no such hint, it is left out of the text.
    /// </summary>
    public const string Committed = " WITH (READPAST, ROWLOCK, READCOMMITTEDLOCK)";

    /// <summary>Rows that nobody else may change until the transaction ends.</summary>
    public const string Locked = " WITH (UPDLOCK, ROWLOCK)";

    /// <summary>Joins that look rows up for those of a stage, which is small, in its order, and never read a whole table.</summary>
    public const string ByStage = " OPTION (FORCE ORDER, LOOP JOIN)";
}
