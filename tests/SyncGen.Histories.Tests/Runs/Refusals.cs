using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Stores;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>Constraints of single stores that refuse some rows, until they are lifted.</summary>
internal static class Refusals
{
    private const int Residues = 8;

    /// <summary>Makes a store able to refuse.</summary>
    public static void Prepare(HistoryStore store, HistoryPlan plan, Random random)
    {
        if (plan.Refuses)
        {
            store.Database.Execute("CREATE TABLE refusal (written INTEGER, deleted INTEGER)");
            store.Database.Execute("INSERT INTO refusal VALUES (-1, -1)");
            foreach (var table in StoreNames.Tables)
            {
                foreach (var sql in store.Database.RefusalTriggers(table, Residues))
                {
                    store.Database.Execute(sql);
                }
            }

            Change(store, random);
        }
    }

    /// <summary>Lets a store refuse other rows than before.</summary>
    public static string Change(HistoryStore store, Random random)
    {
        var written = random.Next(-4, Residues);
        var deleted = random.Next(-6, 7);
        store.Database.Execute("UPDATE refusal SET written = @p1, deleted = @p2", written, deleted);
        return $"{store.Setup.Name} refuses values {written} mod {Residues} and the deletion of {deleted}";
    }

    /// <summary>Lets a store take every row.</summary>
    public static void Lift(HistoryStore store, HistoryPlan plan)
    {
        if (plan.Refuses)
        {
            store.Database.Execute("UPDATE refusal SET written = -1, deleted = -1");
        }
    }
}
