using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>What the rows of a pull have in common.</summary>
/// <param name="MadeWith">What the source knew when it sent them.</param>
/// <param name="MadeWithBytes">The same, as it is kept with rows in quarantine.</param>
internal sealed record PullContext(Knowledge MadeWith, Lazy<byte[]> MadeWithBytes)
{
    public PullContext(Knowledge madeWith) : this(madeWith, new Lazy<byte[]>(madeWith.ToBytes))
    {
    }
}
