using SparkConnect.Operations;
using SparkConnect.Wire;

namespace SparkConnect;

/// <summary>A session's settings. What is set holds for this session alone; a setting of the server's can only be read.</summary>
public sealed class SparkConfiguration
{
    private readonly SparkCalls _calls;
    private readonly string _session;
    private readonly UserContext _user;

    internal SparkConfiguration(SparkCalls calls, string session, UserContext user) => (_calls, _session, _user) = (calls, session, user);

    /// <summary>Sets settings.</summary>
    /// <returns>Warnings of the server.</returns>
    /// <exception cref="Errors.SparkServerException">One of them can't be set in a session.</exception>
    public async Task<IReadOnlyList<string>> SetAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var set = new ConfigRequest.Types.Set();
        set.Pairs.AddRange(settings.Select(setting => new KeyValue { Key = setting.Key, Value = setting.Value }));
        return (await AskAsync(new() { Set = set }, cancellation)).Warnings;
    }

    /// <summary>Reads settings.</summary>
    /// <exception cref="Errors.SparkServerException">One of them isn't set and has no default.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> GetAsync(IEnumerable<string> keys, CancellationToken cancellation = default) =>
        Pairs(await AskAsync(new() { Get = new() { Keys = { keys } } }, cancellation));

    /// <summary>Reads settings; null where one isn't set.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> FindAsync(IEnumerable<string> keys, CancellationToken cancellation = default) =>
        Pairs(await AskAsync(new() { GetOption = new() { Keys = { keys } } }, cancellation));

    /// <summary>Reads settings, each with what it is to be where it isn't set.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> GetOrDefaultAsync(IReadOnlyDictionary<string, string> defaults, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var get = new ConfigRequest.Types.GetWithDefault();
        get.Pairs.AddRange(defaults.Select(setting => new KeyValue { Key = setting.Key, Value = setting.Value }));
        return Pairs(await AskAsync(new() { GetWithDefault = get }, cancellation));
    }

    /// <summary>Reads all settings, or those whose names begin with a prefix; their names come without it.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> GetAllAsync(string? prefix = null, CancellationToken cancellation = default)
    {
        var get = new ConfigRequest.Types.GetAll();
        if (prefix is not null)
            get.Prefix = prefix;
        return Pairs(await AskAsync(new() { GetAll = get }, cancellation));
    }

    /// <summary>Takes settings back.</summary>
    public Task UnsetAsync(IEnumerable<string> keys, CancellationToken cancellation = default) => AskAsync(new() { Unset = new() { Keys = { keys } } }, cancellation);

    /// <summary>Tells which settings a session can change.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> AreModifiableAsync(IEnumerable<string> keys, CancellationToken cancellation = default) =>
        (await AskAsync(new() { IsModifiable = new() { Keys = { keys } } }, cancellation)).Pairs.ToDictionary(pair => pair.Key, pair => pair.Value == "true");

    private static Dictionary<string, string?> Pairs(ConfigResponse response) =>
        response.Pairs.ToDictionary(pair => pair.Key, pair => pair.HasValue ? pair.Value : null);

    private Task<ConfigResponse> AskAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellation)
    {
        var request = new ConfigRequest { SessionId = _session, UserContext = _user, Operation = operation };
        return _calls.AskAsync("configuration", call => _calls.Stub.ConfigAsync(request, call), cancellation);
    }
}
