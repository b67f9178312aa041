namespace SyncGen.CodeGeneration.Model;

/// <summary>How a property's value becomes the column's.</summary>
internal enum ColumnForm
{
    /// <summary>As it is.</summary>
    Direct,

    /// <summary>An enum, by its number.</summary>
    EnumNumber,

    /// <summary>An enum, by its name.</summary>
    EnumName,

    /// <summary>Through a converter.</summary>
    Converted,
}
