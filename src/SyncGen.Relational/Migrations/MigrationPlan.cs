namespace SyncGen.Relational.Migrations;

/// <summary>What brings a store from the model for which it is provisioned to the present one.</summary>
/// <param name="From">The fingerprint of the model for which it is provisioned; null if it is not.</param>
/// <param name="To">The fingerprint of the present model.</param>
/// <param name="Steps">The steps in their order; empty where there is nothing to do.</param>
public sealed record MigrationPlan(string? From, string To, IReadOnlyList<MigrationStep> Steps)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>Whether values or rows of the application are gone afterwards.</summary>
    public bool LosesData => Steps.Any(step => step.LosesData);
}
