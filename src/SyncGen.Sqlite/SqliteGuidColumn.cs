namespace SyncGen.Sqlite;

/// <summary>How a column holds GUIDs in this database.</summary>
internal sealed class SqliteGuidColumn
{
    /// <summary>The form in which it is written.</summary>
    public SqliteGuidFormat Format { get; set; }

    /// <summary>Whether a value of this form was seen. While there is none the form is a guess, and the first value decides.</summary>
    public bool IsSeen { get; set; }
}
