namespace SyncGen.Histories.Tests.Faults;

/// <summary>What happens to a call of the provider contract.</summary>
internal enum Fault
{
    None,

    /// <summary>It fails before it does anything: the connection is lost on the way there.</summary>
    Before,

    /// <summary>It does all that it should and then fails: the answer is lost.</summary>
    After,

    /// <summary>It is called with a token that is cancelled.</summary>
    Cancelled,
}
