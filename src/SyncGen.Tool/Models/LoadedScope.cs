using System.Reflection;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Models;

/// <summary>A scope's class in a loaded assembly.</summary>
/// <param name="type">The class.</param>
/// <param name="definition">What its generated part says of the scope.</param>
/// <param name="document">The file that the class was made of; null where a build made it.</param>
internal sealed class LoadedScope(Type type, SyncScope definition, FileInfo? document)
{
    /// <summary>The scope's descriptor.</summary>
    public SyncScope Definition { get; } = definition;

    /// <summary>Opens a store through the method that the generator added to the class.</summary>
    public RelationalProvider Open(Database database, string connectionString, RelationalProviderOptions options)
    {
        var method = type.GetMethod(database.Method, BindingFlags.Public | BindingFlags.Static, [typeof(string), options.GetType()]);
        if (method is null)
        {
            // A file's code is made for every database that it fits.
            if (document is not null)
            {
                ModelDocument.RequireFit(document, database);
            }

            throw new ToolException($"The scope '{Definition.Name}' was built without {database.Title}: reference the package {database.Package} in its project, and build it again.");
        }

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
