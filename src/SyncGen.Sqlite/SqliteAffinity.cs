namespace SyncGen.Sqlite;

/// <summary>What a column makes of the values that it is given.</summary>
internal enum SqliteAffinity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Numbers become text.</summary>
    Text,

    /// <summary>Text that looks like a number becomes one, and whole numbers become integers.</summary>
    Number,

    /// <summary>Text that looks like a number becomes one, and all numbers become reals.</summary>
    Real,
}
