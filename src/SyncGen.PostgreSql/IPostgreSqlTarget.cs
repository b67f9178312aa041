using NpgsqlTypes;

namespace SyncGen.PostgreSql;

/// <summary>Takes a value as the database wants it.</summary>
/// <typeparam name="TResult">What becomes of it.</typeparam>
internal interface IPostgreSqlTarget<TResult>
{
    /// <summary>Takes the value.</summary>
    TResult Take<T>(T value, NpgsqlDbType type);
}
