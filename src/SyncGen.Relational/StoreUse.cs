namespace SyncGen.Relational;

/// <summary>What a database is opened for, which matters where it is not there yet.</summary>
public enum StoreUse
{
    /// <summary>To be changed: it is created where it is missing.</summary>
    Change,

    /// <summary>To be looked at, or to be tidied: that it is missing is an error.</summary>
    Look,

    /// <summary>To find out what a change would do: where it is missing, an empty one stands for it, and nothing is created.</summary>
    Preview,
}
