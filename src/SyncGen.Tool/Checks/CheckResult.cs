namespace SyncGen.Tool.Checks;

/// <summary>What a check found.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="State">How it ended.</param>
/// <param name="Message">What was found, and what to do about it.</param>
internal sealed record CheckResult(string Name, CheckState State, string Message);
