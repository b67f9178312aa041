namespace SyncGen.Tests.Rows;

/// <summary>A row of the small scope that sessions are tested with.</summary>
public sealed record Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
