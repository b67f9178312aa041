using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Former.Later;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>Does with crates what a test says.</summary>
internal sealed class CrateHooks(CrateRules rules) : SyncRowHooks<Crate>
{
    public override ValueTask<RowDecision<Crate>> WritingAsync(Crate row, SyncRequest request, CancellationToken cancellationToken)
    {
        rules.Seen.Enqueue(row with { });
        return new(rules.Writing(row));
    }
}
