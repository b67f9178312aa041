namespace SyncGen.Relational.Migrations;

/// <summary>A row of a table of an earlier model, which nothing reads.</summary>
internal sealed class FormerRow;
