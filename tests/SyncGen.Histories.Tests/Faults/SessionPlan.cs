using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>What goes wrong in a session, and what applications do meanwhile.</summary>
internal sealed class SessionPlan
{
    private int _call;
    private int _batch;

    /// <summary>A session in which nothing goes wrong.</summary>
    public static SessionPlan Calm { get; } = new();

    /// <summary>The contract call, counted from 0, to which <see cref="Fault"/> happens; null: none.</summary>
    public int? FaultyCall { get; init; }

    public Fault Fault { get; init; }

    /// <summary>Whether the orchestrator may think that trying again helps.</summary>
    public bool IsTransient { get; init; }

    /// <summary>After how many batches the connection is lost; null: not at all.</summary>
    public int? Batches { get; init; }

    /// <summary>Whether each batch is applied twice.</summary>
    public bool Replays { get; init; }

    /// <summary>Called between any two contract calls.</summary>
    public Action<string> Meanwhile { get; init; } = _ => { };

    public Fault Next(string call)
    {
        Meanwhile(call);
        return this == Calm || _call++ != FaultyCall ? Fault.None : Fault;
    }

    public void NextBatch()
    {
        if (_batch++ == Batches)
        {
            throw Lost("a batch was on its way");
        }
    }

    public SyncException Lost(string call) => new(
        SyncErrorCode.StoreUnavailable, $"The connection was lost: {call}. That is part of the test.", isTransient: IsTransient);
}
