using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Whether a type can be the class of rows at all.</summary>
internal static class EntityShapeCheck
{
    public static bool Passes(EntityDeclaration entity, FindingList findings)
    {
        var obstacle = Describe(entity.Shape);
        if (obstacle is not null)
        {
            findings.Add(DeclarationRules.EntityShape, entity.Source, entity.Type.Name, obstacle);
            return false;
        }

        if (entity.EntityBase is { } entityBase)
        {
            findings.Add(DeclarationRules.EntityBase, entity.Source, entity.Type.Name, entityBase);
            return false;
        }

        return true;
    }

    private static string? Describe(EntityShape shape) => shape switch
    {
        _ when shape.HasFlag(EntityShape.Struct) => "a struct",
        _ when shape.HasFlag(EntityShape.Static) => "static",
        _ when shape.HasFlag(EntityShape.Abstract) => "abstract",
        _ when shape.HasFlag(EntityShape.Generic) => "generic or lies in a generic type",
        _ when shape.HasFlag(EntityShape.FileLocal) => "local to its file",
        _ when shape.HasFlag(EntityShape.Inaccessible) => "private or protected",
        _ => null,
    };
}
