using System.Collections.Concurrent;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Conflicts;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>What the hooks of a test do, and what was asked of them.</summary>
internal sealed class HookRules
{
    public ConcurrentQueue<string> Calls { get; } = [];

    public Func<Item, SyncRequest, RowDecision<Item>> Writing { get; set; } = (_, _) => RowDecision<Item>.Accept;

    public Func<Item, RowDecision<Item>> Deleting { get; set; } = _ => RowDecision<Item>.Accept;

    public Func<Conflict<Item>, ConflictResolution<Item>?> Resolve { get; set; } = _ => null;

    public Func<SyncRequest, SyncRefusal?> Before { get; set; } = _ => null;

    public Action<BatchResult> Uploaded { get; set; } = _ => { };
}
