using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Compact;

/// <summary>How far a leaf has read the hub with the answers to its edits.</summary>
internal sealed class GreatestHubTick(TableAnswers answers) : ISyncTableVisitor<long>
{
    public long Visit<TRow>(SyncTable<TRow> table)
        where TRow : class =>
        ((TableAnswers<TRow>)answers).Answers.Select(answer => answer.HubTick).DefaultIfEmpty().Max();
}
