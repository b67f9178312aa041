using SyncGen.Filters;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>What the rows of a pull have in common.</summary>
/// <param name="MadeWith">What the source knew when it sent them.</param>
/// <param name="MadeWithBytes">The same, as it is kept with rows in quarantine.</param>
/// <param name="Source">The source's number in this store.</param>
/// <param name="Filter">Which part of the scope the source holds; null: all of it.</param>
internal sealed record PullContext(Knowledge MadeWith, Lazy<byte[]> MadeWithBytes, int Source, FilterBinding? Filter)
{
    public PullContext(ChangeHeader header, int source)
        : this(header.Knowledge, new Lazy<byte[]>(header.Knowledge.ToBytes), source, header.Filter)
    {
    }
}
