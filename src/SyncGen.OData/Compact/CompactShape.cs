namespace SyncGen.OData.Compact;

/// <summary>How much of a row travels.</summary>
internal enum CompactShape
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The columns of its key.</summary>
    Key,

    /// <summary>All columns.</summary>
    Row,
}
