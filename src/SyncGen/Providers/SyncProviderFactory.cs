namespace SyncGen.Providers;

/// <summary>Creates providers of one store: a service that many clients talk to at once opens it as often. Thread-safe where the call is.</summary>
/// <param name="create">Creates a provider, which whoever asked for it disposes of.</param>
public sealed class SyncProviderFactory(Func<SyncProvider> create)
{
    /// <summary>Creates a provider; opens nothing.</summary>
    public SyncProvider Create() => create();
}
