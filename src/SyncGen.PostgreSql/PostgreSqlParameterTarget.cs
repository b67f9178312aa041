using Npgsql;
using NpgsqlTypes;

namespace SyncGen.PostgreSql;

/// <summary>Makes a parameter of a value.</summary>
/// <param name="former">The parameter of the run before, which is taken again if it fits.</param>
internal readonly struct PostgreSqlParameterTarget(NpgsqlParameter? former) : IPostgreSqlTarget<NpgsqlParameter>
{
    public NpgsqlParameter Take<T>(T value, NpgsqlDbType type)
    {
        if (former is NpgsqlParameter<T> same && same.NpgsqlDbType == type)
        {
            same.TypedValue = value;
            return same;
        }

        return new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
    }
}
