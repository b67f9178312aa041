using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Each provider runs every part of the specification.</summary>
public abstract class ComplianceSpecification
{
    /// <summary>Parts that the provider leaves out, each with its reason.</summary>
    protected virtual IReadOnlyDictionary<Type, string> LeftOut { get; } = new Dictionary<Type, string>();

    /// <summary>For every part there is a class that derives from it, or a reason why not.</summary>
    [SpecificationFact]
    public void Every_part_of_the_specification_runs()
    {
        var parts = typeof(ComplianceSpecification).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ProviderSpecification)) && type.IsAbstract);
        var own = GetType().Assembly.GetTypes().Where(type => !type.IsAbstract).ToList();

        Assert.Empty(parts.Where(part => !LeftOut.ContainsKey(part) && !own.Exists(type => type.IsSubclassOf(part))).Select(part => part.Name));
        Assert.All(LeftOut.Values, reason => Assert.NotEmpty(reason));
    }
}
