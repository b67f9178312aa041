using Microsoft.Extensions.Time.Testing;
using SyncGen.Versions;

namespace SyncGen.Tests.Sessions;

/// <summary>A clock that stands still unless it is moved, and ids that count.</summary>
public sealed class TestEnvironment(FakeTimeProvider clock) : SyncEnvironment(clock)
{
    private int _ids = 100;

    public FakeTimeProvider Clock => clock;

    public override ReplicaId NewReplicaId() => new((UInt128)(++_ids));
}
