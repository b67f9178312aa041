namespace SyncGen.CodeGeneration.Findings;

/// <summary>Something that a user can get wrong.</summary>
/// <param name="Id">Its id, such as <c>SYNC0101</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Message">A sentence that names the culprit, <c>{0}</c> and so on, and the remedy.</param>
internal sealed record Rule(string Id, RuleSeverity Severity, string Title, string Message);
