using System.Reflection;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Tests.Model;

/// <summary>The model holds values only: nothing of a compiler, nothing that changes, nothing that is compared by reference.</summary>
public sealed class ModelShapeTests
{
    private static readonly Assembly s_engine = typeof(ScopeModel).Assembly;

    [Fact]
    public void Engine_references_no_host()
    {
        var references = s_engine.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, n => n.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || n.StartsWith("Microsoft.Build", StringComparison.Ordinal));
    }

    [Fact]
    public void Model_is_made_of_records_of_values()
    {
        var records = s_engine.GetTypes().Where(IsRecord).Where(t => InNamespace(t, "Model") || InNamespace(t, "Findings")).ToArray();
        var offenders =
            from type in records
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where !IsValue(property.PropertyType)
            select $"{type.Name}.{property.Name} is {property.PropertyType.Name}";

        Assert.True(records.Length > 30, "The model was not found.");
        Assert.Empty(offenders);
    }

    [Fact]
    public void Model_cannot_be_changed()
    {
        var offenders =
            from type in s_engine.GetTypes().Where(IsRecord)
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
            select $"{type.Name}.{property.Name}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Files_are_compared_by_name_and_text() => Assert.Equal(new EmittedFile("a", "b"), new EmittedFile("a", "b"));

    private static bool InNamespace(Type type, string name) => type.Namespace!.StartsWith($"SyncGen.CodeGeneration.{name}", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static bool IsValue(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return IsValue(inner.GetGenericArguments()[0]);
        }

        return inner.IsPrimitive || inner.IsEnum || inner == typeof(string) || inner.IsGenericParameter || (inner.Assembly == s_engine && IsRecord(inner));
    }
}
