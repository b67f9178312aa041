using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>Code of packages that the tests do without, as far as the generator and what it emits can see it.</summary>
internal static class StandIns
{
    /// <summary>EF Core's attribute, by its name: the generator asks for no more.</summary>
    public const string EntityFramework =
        """
        namespace Microsoft.EntityFrameworkCore;

        [System.AttributeUsage(System.AttributeTargets.Class)]
        public sealed class PrimaryKeyAttribute(string propertyName, params string[] additionalPropertyNames) : System.Attribute
        {
            public string[] PropertyNames { get; } = [propertyName, .. additionalPropertyNames];
        }
        """;

    /// <summary>The service for ASP.NET Core, and what of the framework its callers see.</summary>
    public const string Service =
        """
        namespace Microsoft.AspNetCore.Builder
        {
            public interface IEndpointConventionBuilder;
            public sealed class WebApplication : Routing.IEndpointRouteBuilder;
            public static class AuthorizationEndpointConventionBuilderExtensions
            {
                public static T RequireAuthorization<T>(this T builder) where T : IEndpointConventionBuilder => builder;
                public static T AllowAnonymous<T>(this T builder) where T : IEndpointConventionBuilder => builder;
                public static T RequireCors<T>(this T builder, string policy) where T : IEndpointConventionBuilder => policy.Length > 0 ? builder : throw new System.ArgumentException(policy);
            }
            public static class EndpointRouteBuilderExtensions
            {
                public static Routing.RouteGroupBuilder MapGroup(this Routing.IEndpointRouteBuilder endpoints, string prefix) => throw new System.InvalidOperationException($"{prefix} {endpoints}");
                public static void UseEndpoints(this WebApplication app, System.Action<Routing.IEndpointRouteBuilder> configure) => configure(app);
            }
        }
        namespace Microsoft.AspNetCore.Routing
        {
            public interface IEndpointRouteBuilder;
            public sealed class RouteGroupBuilder : IEndpointRouteBuilder, Builder.IEndpointConventionBuilder;
        }
        namespace Microsoft.AspNetCore.Authorization
        {
            public sealed class AuthorizationOptions { public object? FallbackPolicy { get; set; } }
        }
        namespace SyncGen.AspNetCore.Hooks
        {
            public abstract class SyncRowHooks<TRow> where TRow : class;
        }
        namespace SyncGen.AspNetCore
        {
            public sealed class SyncServiceOptions
            {
                public SyncServiceOptions UseRowHooks<TRow, THooks>() where TRow : class where THooks : Hooks.SyncRowHooks<TRow> => this;
            }
            public static class SyncEndpointRouteBuilderExtensions
            {
                public static Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapSyncScope(
                    this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints, string pattern, SyncGen.Model.SyncScope scope, object key,
                    System.Action<SyncServiceOptions>? configure = null) => throw new System.InvalidOperationException($"{endpoints} {pattern} {scope.Name} {key} {configure}");
            }
        }
        """;

    /// <summary>The provider of a database: those that are large are not referenced here.</summary>
    public static string ProviderOf(Databases database) =>
        $$"""
        namespace SyncGen.{{database}};

        public sealed class {{database}}ProviderOptions
        {
            public SyncRole Role { get; set; } = SyncRole.Peer;
            public Filters.SyncFilter? Filter { get; set; }
        }

        public sealed class {{database}}Provider(Model.SyncScope scope, Relational.Provisioning.RelationalScripts scripts, string connectionString, {{database}}ProviderOptions options)
        {
            public Model.SyncScope Scope { get; } = scope;
            public Relational.Provisioning.RelationalScripts Scripts { get; } = scripts;
            public string ConnectionString { get; } = connectionString;
            public {{database}}ProviderOptions Options { get; } = options;
        }
        """;
}
