namespace SyncGen.CodeGeneration.Findings;

/// <summary>How grave a finding is.</summary>
internal enum RuleSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Works, but hardly as meant.</summary>
    Warning,

    /// <summary>Cannot work: nothing is emitted for the scope.</summary>
    Error,
}
