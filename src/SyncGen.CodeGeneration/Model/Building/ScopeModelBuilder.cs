using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Understands one scope: which tables it has, in which order, with which columns and relations.</summary>
internal static class ScopeModelBuilder
{
    private const int LanguageVersionMin = 1200;

    /// <summary>The scope's model; null if there is an error in it or in one of its entities.</summary>
    public static ScopeModel? Build(
        ScopeDeclaration scope,
        IReadOnlyDictionary<string, EntityModel?> known,
        HostOptions options,
        FindingList findings)
    {
        var errorsBefore = findings.ErrorCount;
        ScopeCheck.Run(scope, findings);
        if (options.LanguageVersion < LanguageVersionMin)
        {
            findings.Add(OptionRules.LanguageVersion, scope.Source, scope.Name.Value, LanguageVersionText(options.LanguageVersion));
        }

        var entities = ScopeEntities.Resolve(scope, known, findings);
        if (entities is null || findings.ErrorCount > errorsBefore)
        {
            return null;
        }

        CheckTables(scope, entities, options, findings);
        HookCheck.Run(scope, entities, findings);
        var relations = RelationResolver.Resolve(scope, entities, findings);
        var order = TableOrder.Of(entities, relations);
        var codecs = CodecNames.For(scope, order.Tables);
        var tables = order.Tables
            .Select((entity, index) => TableModelBuilder.Build(scope, entity, index + 1, codecs[index], relations, order, findings))
            .ToEquatableArray();
        tables = PartBuilder.WithParts(tables);
        FilterCheck.Run(tables, scope, findings);
        if (findings.ErrorCount > errorsBefore)
        {
            return null;
        }

        return new ScopeModel(scope.Class, scope.Name.Value, Fingerprint.Of(scope.Name.Value, scope.MayHandOn, tables), tables)
        {
            Parameters = ParameterBuilder.Of(tables),
            MayHandOn = scope.MayHandOn,
        };
    }

    private static string LanguageVersionText(int version) => version % 100 == 0 ? $"{version / 100}" : $"{version / 100}.{version % 100}";

    private static void CheckTables(ScopeDeclaration scope, IReadOnlyList<EntityModel> entities, HostOptions options, FindingList findings)
    {
        if (options.Databases == Databases.None)
        {
            findings.Add(DatabaseRules.NoProvider, scope.Source.IsNone ? entities[0].Source : scope.Source, scope.Name.Value);
        }

        var seen = new Dictionary<string, EntityModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities)
        {
            if (seen.TryGetValue(entity.TableName, out var first))
            {
                findings.Add(ColumnRules.DuplicateTable, entity.TableSource, first.Type.Name, entity.Type.Name, scope.Name.Value, entity.TableName);
            }
            else
            {
                seen.Add(entity.TableName, entity);
            }

            DatabaseCheck.Run(entity, options.Databases, findings);
        }

        FormerNameCheck.RunTables(entities, findings);
    }
}
