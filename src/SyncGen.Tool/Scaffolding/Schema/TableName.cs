namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>What a table is called.</summary>
/// <param name="Schema">Its schema; null for the one that the login finds without naming it.</param>
/// <param name="Name">Its name, unquoted.</param>
internal readonly record struct TableName(string? Schema, string Name)
{
    /// <summary>As a person would write it.</summary>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
