namespace SyncGen.Relational;

/// <summary>Something that a table allows once, beside its key.</summary>
/// <param name="Same">The condition under which a row has the values of another one, whose columns are the parameters.</param>
/// <param name="Parking">
/// Assignments, each of which makes a row give its values up for a moment, in the order in which to try them.
/// </param>
public sealed record UniqueTraits(string Same, IReadOnlyList<string> Parking);
