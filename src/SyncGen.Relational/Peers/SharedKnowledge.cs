using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// What a store says with its rows that it knows. One that holds a part has read others only as far as they lie in it, so that
/// nobody may take over from it what it knows of them.
/// </summary>
internal static class SharedKnowledge
{
    public static async ValueTask<Knowledge> OfAsync(RelationalStore store, CancellationToken cancellationToken)
    {
        var knowledge = await store.KnowledgeAsync(cancellationToken);
        if (store.Filter is null)
        {
            return knowledge;
        }

        var shared = new Knowledge();
        var self = await store.IdentityAsync(cancellationToken);
        shared.Raise(self, knowledge.TickOf(self));
        return shared;
    }
}
