using Microsoft.AspNetCore.Builder;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Adds conventions to several endpoints.</summary>
internal sealed class JointConventions(params IEndpointConventionBuilder[] builders) : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var builder in builders)
        {
            builder.Add(convention);
        }
    }

    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var builder in builders)
        {
            builder.Finally(finallyConvention);
        }
    }
}
