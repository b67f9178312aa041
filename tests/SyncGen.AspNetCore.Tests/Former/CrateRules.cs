using System.Collections.Concurrent;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Former.Later;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>What the hooks of a test do, and what they saw.</summary>
internal sealed class CrateRules
{
    public ConcurrentQueue<Crate> Seen { get; } = [];

    public Func<Crate, RowDecision<Crate>> Writing { get; set; } = _ => RowDecision<Crate>.Accept;
}
