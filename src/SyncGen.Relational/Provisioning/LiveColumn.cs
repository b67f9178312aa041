namespace SyncGen.Relational.Provisioning;

/// <summary>A column of an application's table as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether it is NOT NULL.</param>
/// <param name="HasDefault">Whether the database gives a value to rows that come without one.</param>
/// <param name="IsGenerated">Whether the database computes it.</param>
public sealed record LiveColumn(string Name, bool IsRequired, bool HasDefault, bool IsGenerated);
