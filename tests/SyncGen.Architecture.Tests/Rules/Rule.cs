using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules;

/// <summary>Something that holds for the whole repository, why it does, and proof that a breach is noticed.</summary>
internal abstract class Rule
{
    /// <summary>Why the rule is there and what to do instead; shown when it is broken.</summary>
    public abstract string Reason { get; }

    /// <summary>Repositories that break the rule, each in another way: the rule is tested against them too.</summary>
    public abstract IReadOnlyList<RepositoryTree> Counterexamples { get; }

    /// <summary>The places that break the rule, each as a line for a reader.</summary>
    public abstract IEnumerable<string> Violations(RepositoryTree tree);
}
