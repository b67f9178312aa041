using System.Reflection;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Models;

/// <summary>A scope's class in a loaded assembly.</summary>
/// <param name="type">The class.</param>
/// <param name="definition">What its generated part says of the scope.</param>
internal sealed class LoadedScope(Type type, SyncScope definition)
{
    /// <summary>The scope's descriptor.</summary>
    public SyncScope Definition { get; } = definition;

    /// <summary>Opens a store through the method that the generator added to the class.</summary>
    public RelationalProvider Open(Database database, string connectionString, RelationalProviderOptions options)
    {
        var method = type.GetMethod(database.Method, BindingFlags.Public | BindingFlags.Static, [typeof(string), options.GetType()])
            ?? throw new ToolException(
                $"The scope '{Definition.Name}' was built without {database.Title}: reference the package {database.Package} in its project, and build it again. "
                + $"Of a model in a *.sync.json file, something in it cannot be stored in {database.Title}.");
        try
        {
            return (RelationalProvider)method.Invoke(null, [connectionString, options])!;
        }
        catch (TargetInvocationException invocation) when (invocation.InnerException is ArgumentException error)
        {
            throw new ToolException(Failure.Of(error).Message);
        }
    }
}
