namespace SyncGen.Testing.Mutations;

/// <summary>How much memory the reading of an input may allocate, all told.</summary>
/// <param name="PerByte">For each byte of the input.</param>
/// <param name="Always">Whatever its length, in bytes.</param>
public sealed record MemoryBound(int PerByte, long Always)
{
    /// <summary>The bound for an input of a length.</summary>
    public long Of(int length) => (long)PerByte * length + Always;
}
