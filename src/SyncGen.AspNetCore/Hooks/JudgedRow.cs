namespace SyncGen.AspNetCore.Hooks;

/// <summary>A row that came in, as the application lets it in.</summary>
/// <param name="Row">The row; only its key if it was deleted.</param>
/// <param name="IsDeleted">Whether it was deleted.</param>
internal readonly record struct JudgedRow<TRow>(TRow Row, bool IsDeleted)
    where TRow : class
{
    /// <summary>Why it is not let in; null if it is.</summary>
    public string? Rejection { get; init; }

    /// <summary>Whether it is another than the client sent.</summary>
    public bool IsChanged { get; init; }
}
