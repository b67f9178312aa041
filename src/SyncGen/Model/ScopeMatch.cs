namespace SyncGen.Model;

/// <summary>
/// Which tables of an earlier model are which of the present one, and which columns which: by their names, else by those that they had
/// before (<see cref="SyncFormerNamesAttribute"/>). What has been found is not found a second time. Immutable and thread-safe.
/// </summary>
public sealed class ScopeMatch
{
    private readonly TableMatch?[] _ofFormer;

    private ScopeMatch(TableMatch?[] ofFormer, TableMatch?[] ofPresent) => (_ofFormer, OfPresent) = (ofFormer, ofPresent);

    /// <summary>For each table of the earlier model, in its order, what it has become; null where it is gone.</summary>
    public IReadOnlyList<TableMatch?> OfFormer => _ofFormer;

    /// <summary>For each table of the present model, in its order, what it was; null where it is new.</summary>
    public IReadOnlyList<TableMatch?> OfPresent { get; }

    /// <summary>Compares the models.</summary>
    /// <param name="former">The earlier one.</param>
    /// <param name="present">The present one.</param>
    public static ScopeMatch Of(ScopeDescription former, SyncScope present)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(present);
        var pairing = Pairing.Of(
            former.Tables.Count,
            present.Tables.Count,
            (then, now) => IsNamed(then, now) && string.Equals(former.Tables[then].Schema, present.Tables[now].Schema, StringComparison.Ordinal),
            IsNamed,
            (then, now) => present.Tables[now].FormerNames.Contains(former.Tables[then].Name, StringComparer.Ordinal));
        var ofFormer = new TableMatch?[former.Tables.Count];
        var ofPresent = new TableMatch?[present.Tables.Count];
        for (var then = 0; then < ofFormer.Length; then++)
        {
            if (pairing.PresentOf(then) is >= 0 and var now)
            {
                ofFormer[then] = ofPresent[now] = TableMatch.Of(former.Tables[then], present.Tables[now]);
            }
        }

        return new ScopeMatch(ofFormer, ofPresent);

        bool IsNamed(int then, int now) => string.Equals(former.Tables[then].Name, present.Tables[now].Name, StringComparison.Ordinal);
    }
}
