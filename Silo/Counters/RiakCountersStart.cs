using Microsoft.Extensions.Options;
using Riak;
using Riak.Errors;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Counters;

/// <summary>
/// Asks for a map when the silo starts, so that a setting which can never work is refused then, with what to do. Nodes that don't answer are no reason:
/// ratings don't need them.
/// </summary>
internal sealed class RiakCountersStart(
    RiakClient client, IOptions<RiakClientOptions> clientOptions, IOptions<RiakCounterOptions> options, ILogger<RiakCountersStart> logger) : ILifecycleParticipant<ISiloLifecycle>
{
    private const string NoPlayer = "0";

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(RiakCountersStart), ServiceLifecycleStage.RuntimeInitialize, CheckAsync);

    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        var type = options.Value.BucketType;
        try
        {
            await client.FetchMapAsync(new(type, options.Value.Bucket, NoPlayer), options: null, cancellationToken);
        }
        catch (RiakServerException error) when (error.Kind is RiakErrorKind.UnknownBucketType or RiakErrorKind.TypeMismatch)
        {
            throw new SettingRefusedException($"{RiakCounterOptions.Section}:{nameof(RiakCounterOptions.BucketType)}", type,
                $"players' counters need an active bucket type of maps (riak admin bucket-type create {type} '{{\"props\":{{\"datatype\":\"map\"}}}}', then "
                + $"riak admin bucket-type activate {type}); a type that holds something else can't be changed, so choose another name. The server said: {error.ServerText}");
        }
        catch (RiakServerException error) when (error.Kind is RiakErrorKind.NotPermitted)
        {
            throw new SettingRefusedException($"{RiakCounterOptions.Section}:{nameof(RiakClientOptions.User)}", clientOptions.Value.User,
                $"the server lets it not read or write (riak admin security grant riak_kv.get,riak_kv.put on {type} to USER; "
                + $"{RiakCounterOptions.Section}:User, :Password and :Tls name the user). It said: {error.ServerText}");
        }
        catch (RiakException refused) when (refused is RiakAuthenticationException || refused.InnerException is RiakAuthenticationException)
        {
            throw new SettingRefusedException($"{RiakCounterOptions.Section}:{nameof(RiakClientOptions.User)}", clientOptions.Value.User,
                $"the connection was refused. See {RiakCounterOptions.Section}:User, :Password and :Tls, and on the server: riak admin security add-user USER password=…, "
                + $"riak admin security add-source USER ADDRESS/MASK password. {refused.Message}");
        }
        catch (RiakException failure)
        {
            logger.LogRiakAway(failure);
        }
    }
}
