namespace SyncGen.Histories.Tests.Truth;

/// <summary>
/// What the ledger knows of something that one store hands to another. Within a process it is the same object on both sides. Over HTTP
/// another one arrives: since a history makes one call at a time, it is what was handed over last.
/// </summary>
internal sealed class Handover<TPart, TKnown>
    where TPart : class
{
    private readonly Dictionary<TPart, TKnown> _known = new(ReferenceEqualityComparer.Instance);
    private TKnown? _last;

    public TKnown this[TPart part]
    {
        get => _known.TryGetValue(part, out var known) ? known : _last ?? throw new InvalidOperationException("Nothing was handed over.");
        set => _known[part] = _last = value;
    }
}
