namespace SyncGen;

/// <summary>What went wrong, for programs. Numbers are stable.</summary>
public enum SyncErrorCode
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>The store cannot be opened: no such file, not a database, no permission. Remedy: see the message.</summary>
    StoreUnavailable = 100,

    /// <summary>Another program held a lock on the store for longer than the time-out. Nothing was applied; try again.</summary>
    StoreBusy = 101,

    /// <summary>The store's disk is full. The batch was not applied; free room and synchronise again.</summary>
    StoreFull = 102,

    /// <summary>The store may only be read. Remedy: grant write access.</summary>
    StoreReadOnly = 103,

    /// <summary>The store's file is damaged, or no database at all. Remedy: restore it from a backup.</summary>
    StoreCorrupt = 104,

    /// <summary>
    /// Another program's transaction and this one stood in each other's way, and the database ended this one: a deadlock, or
    /// writes that no order of the two explains. Batches are repeated by themselves; what reaches you was refused many times.
    /// Or other sessions of the same client came first, again and again: what was applied before stays, synchronise again.
    /// </summary>
    StoreContended = 105,

    /// <summary>A service cannot be reached, or is busy. Nothing is lost; try again.</summary>
    ServiceUnreachable = 120,

    /// <summary>A service does not let this user in, or not at these rows. Remedy: sign in, or see the message.</summary>
    AccessDenied = 121,

    /// <summary>There is no synchronisation service at the address, or not for this scope. Remedy: correct the address.</summary>
    NoSuchService = 122,

    /// <summary>A service failed in a way that it does not explain; its own log does. Nothing of the request was applied.</summary>
    ServiceFailed = 123,

    /// <summary>The store is not provisioned for the scope. Remedy: call ProvisionAsync.</summary>
    NotProvisioned = 200,

    /// <summary>The store was provisioned by a newer version of SyncGen. Remedy: update this program.</summary>
    NewerFormat = 201,

    /// <summary>The store was provisioned in the other role. Remedy: open it in its role, or deprovision it first.</summary>
    RoleMismatch = 202,

    /// <summary>
    /// The two sides have different models of the scope. Remedy: bring both to the same version of the program. Of a row: its table is
    /// gone from the hub's model, and it was refused.
    /// </summary>
    ModelMismatch = 203,

    /// <summary>A table or column of the model is missing from the store, or cannot hold it. Remedy: see the message.</summary>
    SchemaMismatch = 204,

    /// <summary>A leaf meets a leaf, or a leaf meets a peer that is not its hub. Remedy: see the message.</summary>
    TopologyMismatch = 205,

    /// <summary>
    /// A store cannot be migrated to a model as it is, or what would be lost was not allowed to be. Nothing was changed. Remedy: see the
    /// message.
    /// </summary>
    MigrationRefused = 206,

    /// <summary>A peer was silent for longer than the retention time and must start again. The session does so by itself.</summary>
    ReplicaExpelled = 300,

    /// <summary>The store was restored from a backup, or copied, and has taken a new identity.</summary>
    IdentityReset = 301,

    /// <summary>A value in the store is not of the column's type. Remedy: correct the row that the message names.</summary>
    UnreadableValue = 400,

    /// <summary>A value cannot be stored at the destination. The row waits in quarantine.</summary>
    UnstorableValue = 401,

    /// <summary>The store's database refused a row: unique, check, not null or type. The row waits in quarantine.</summary>
    ConstraintViolated = 402,

    /// <summary>A row's parent has not arrived, or a deleted row still has children. The row waits in quarantine.</summary>
    ForeignKeyViolated = 403,

    /// <summary>A row lies outside the leaf's part of the scope. It was refused.</summary>
    OutsideFilter = 404,

    /// <summary>A conflict handler failed or returned a row with another key. Nothing of the batch was applied.</summary>
    ConflictHandlerFailed = 405,

    /// <summary>The application's rules at the hub rejected a row, or refused a whole request. It was not taken; the message says why.</summary>
    Rejected = 406,

    /// <summary>What a store kept, or a partner sent, does not have the form that was expected.</summary>
    MalformedData = 500,

    /// <summary>What a partner sent is larger, or lies deeper, than a limit allows. Remedy: send less at once, or raise the limit.</summary>
    LimitExceeded = 501,

    /// <summary>The store's database failed in a way that has no code of its own; the driver's exception is inside.</summary>
    StoreFailed = 900,
}
