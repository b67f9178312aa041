using SyncGen.Model;
using SyncGen.Relational.Provisioning;

namespace SyncGen.Relational.Migrations;

/// <summary>Migrates a store, whatever state it is in.</summary>
internal sealed class StoreMigration(RelationalConnection connection, SyncScope scope, Provisioner provisioner, Migrator migrator)
{
    public async ValueTask<MigrationPlan> PlanAsync(CancellationToken cancellationToken)
    {
        if (!await provisioner.IsBegunAsync(cancellationToken))
        {
            return await PlanProvisioningAsync(cancellationToken);
        }

        await provisioner.CheckKindAsync(cancellationToken);
        return await migrator.PlanAsync(cancellationToken);
    }

    public async ValueTask<MigrationPlan> RunAsync(CancellationToken cancellationToken)
    {
        if (await provisioner.IsBegunAsync(cancellationToken))
        {
            await provisioner.CheckKindAsync(cancellationToken);
            return await migrator.RunAsync(cancellationToken);
        }

        var plan = await PlanProvisioningAsync(cancellationToken);
        await provisioner.ProvisionAsync(cancellationToken);
        return plan;
    }

    private async ValueTask<MigrationPlan> PlanProvisioningAsync(CancellationToken cancellationToken)
    {
        var steps = new List<MigrationStep>();
        foreach (var table in scope.Tables)
        {
            if (!await connection.HasTableAsync(table, cancellationToken))
            {
                steps.Add(new MigrationStep(MigrationStepKind.CreateTable, table.Name, null, $"Create table '{table.Name}'"));
            }

            steps.Add(new MigrationStep(MigrationStepKind.TrackTable, table.Name, null, $"Track table '{table.Name}'"));
        }

        return new MigrationPlan(null, scope.Fingerprint, steps);
    }
}
