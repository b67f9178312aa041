namespace SyncGen.Sqlite;

/// <summary>How a column holds GUIDs. A key is found only if it is written as it is stored.</summary>
internal enum SqliteGuidFormat
{
    /// <summary>36 upper-case characters, as Microsoft.Data.Sqlite and EF Core write.</summary>
    UpperText,

    /// <summary>36 lower-case characters.</summary>
    LowerText,

    /// <summary>16 bytes, as <see cref="Guid.ToByteArray()"/>.</summary>
    Blob,

    /// <summary>Text of which some letters are upper-case and some lower-case: never written.</summary>
    MixedText,
}
