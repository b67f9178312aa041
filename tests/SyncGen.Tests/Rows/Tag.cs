namespace SyncGen.Tests.Rows;

/// <summary>A row of the second table of the small scope that sessions are tested with.</summary>
public sealed record Tag
{
    public string Name { get; set; } = "";

    public int Weight { get; set; }
}
