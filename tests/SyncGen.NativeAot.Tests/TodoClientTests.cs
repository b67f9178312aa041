using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore;
using SyncGen.Testing;
using Todos;

namespace SyncGen.NativeAot.Tests;

/// <summary>The same for a leaf over HTTP, with the client that an application's services have.</summary>
public sealed class TodoClientTests
{
    [RequiresFact(Requirement.NativeToolchain)]
    public async Task Compiled_to_machine_code_without_a_warning_leaves_synchronise_over_http()
    {
        using var folder = new TemporaryFolder();
        var client = await NativeSample.PublishAsync(folder, "TodoClient");
        await using var service = await StartAsync($"Data Source={folder.File("hub.db")}");
        var address = $"{service.Urls.Single()}/sync";
        var (phone, laptop) = (Directory.CreateDirectory(folder.File("phone")).FullName, Directory.CreateDirectory(folder.File("laptop")).FullName);

        Assert.Contains("[ ] Buy milk", await client.RunAsync(phone, "ann", address, "add", "Buy milk"), StringComparison.Ordinal);
        Assert.Contains("[ ] Buy milk", await client.RunAsync(laptop, "ann", address, "list"), StringComparison.Ordinal);
        Assert.Contains("[x] Buy milk", await client.RunAsync(laptop, "ann", address, "done", "Buy milk"), StringComparison.Ordinal);
        Assert.Contains("[x] Buy milk", await client.RunAsync(phone, "ann", address, "list"), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", await client.RunAsync(phone, "ann", "http://127.0.0.1:9/sync", "list"), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(string hub)
    {
        await using (var store = TodoScope.Sqlite(hub, SyncRole.Peer))
        {
            await store.ProvisionAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSyncGen().AddTodoScope(_ => TodoScope.Sqlite(hub, SyncRole.Peer));
        var application = builder.Build();
        application.MapTodoScope("/sync", options => options.Bind("owner", context => [context.Request.Headers.Authorization.ToString().Replace("Bearer dev-", "", StringComparison.Ordinal)]));
        await application.StartAsync();
        return application;
    }
}
