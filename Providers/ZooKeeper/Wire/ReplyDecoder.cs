namespace ZooKeeper.Client.Wire;

/// <summary>Turns an answer's body into a result.</summary>
/// <exception cref="ZooKeeperException">The operation failed.</exception>
/// <exception cref="ZooKeeperProtocolException">The body is none.</exception>
internal delegate T ReplyDecoder<out T>(ErrorCode error, ref JuteReader body);
