using System.Runtime.InteropServices;
using SyncGen.AspNetCore.Hooks;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Compact;

/// <summary>Answers edits that the application changed with the rows that stand; counts the answers.</summary>
internal sealed class ChangedAnswers(TableAnswers answers, RequestHooks hooks, HashSet<(SyncTable Table, long Tick)> changed) : ISyncTableVisitor<int>
{
    public int Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var typed = ((TableAnswers<TRow>)answers).Answers;
        foreach (ref var answer in CollectionsMarshal.AsSpan(typed))
        {
            answer = changed.Contains((table, answer.Edit)) ? hooks.AnswerChanged(table, answer) : answer;
        }

        return typed.Count;
    }
}
