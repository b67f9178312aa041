using System.Data.Common;
using BranchOffices;
using BranchOffices.Offices;
using SyncGen;

if (args is not [var postgreSql, var mySql])
{
    await Console.Error.WriteLineAsync(
        "Usage: BranchOffices <PostgreSQL connection string> <MariaDB or MySQL connection string>. Their users must be allowed to make databases; those that are made are gone in the end.");
    return 2;
}

try
{
    await using var company = await Company.FoundAsync(postgreSql, mySql);
    return await Tour.RunAsync(company) ? 0 : 1;
}
catch (Exception exception) when (exception is SyncException or DbException or ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
