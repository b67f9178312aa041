namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>A column of a table of the page for operators.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand at the right.</param>
internal readonly record struct PageColumn(string Title, bool IsNumber = false)
{
    /// <summary>What its cells look like.</summary>
    public string Class => IsNumber ? "number" : "line";
}
