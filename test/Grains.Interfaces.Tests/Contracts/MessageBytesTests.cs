using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace ShellCorp.Grains.Interfaces.Tests.Contracts;

/// <summary>
/// What silos and clients of two versions say to each other in a rolling upgrade: each must read what the other writes. A message is written
/// under its alias and its fields under their ids, so that a change of either is a change of these bytes.
/// </summary>
public sealed class MessageBytesTests
{
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<string> Aliases => [.. MessageSamples.All.Select(sample => AliasOf(MessageSamples.TypeOf(sample)))];

    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_message_is_written_as_it_was_recorded(string alias)
    {
        var written = Convert.ToHexStringLower(Write(SampleOf(alias)));

        var recorded = RecordedMessages.ByAlias[alias].LastOrDefault();
        Assert.True(
            recorded == written,
            $"{alias} is written in other bytes than recorded. If its successor may say more, keep the old line of messages.txt and add: {alias} {written}");
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void What_was_recorded_is_read(string alias)
    {
        var sample = SampleOf(alias);
        var recordings = RecordedMessages.ByAlias[alias].Select(Convert.FromHexString).ToArray();
        Assert.NotEmpty(recordings);

        var read = recordings.Select(bytes => Serializer.Deserialize<object>(bytes)).ToArray();

        Assert.All(read, message => Assert.IsType(sample.GetType(), message));
        Assert.Equivalent(sample, read[^1], strict: true);
        Assert.Equal(recordings[^1], Write(read[^1]!));
    }

    [Fact]
    public void Every_message_is_recorded()
    {
        var messages = typeof(PlayerId).Assembly.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false));

        Assert.Equal(messages.Select(AliasOf).Order(StringComparer.Ordinal), MessageSamples.All.Select(sample => AliasOf(MessageSamples.TypeOf(sample))).Order(StringComparer.Ordinal));
        Assert.Equal(MessageSamples.All.Length, RecordedMessages.ByAlias.Count);
    }

    [Fact]
    public void Every_field_of_a_sample_says_something()
    {
        var silent = from sample in MessageSamples.All
                     where !sample.GetType().IsArray
                     from field in sample.GetType().GetProperties()
                     where field.IsDefined(typeof(IdAttribute))
                     where IsSilent(field.GetValue(sample), field.PropertyType)
                     select $"{sample.GetType().Name}.{field.Name}";

        Assert.Empty(silent);
    }

    private static bool IsSilent(object? value, Type type) => value is null
        || (value is IEnumerable many && !many.Cast<object>().Any())
        || (type.IsValueType && Nullable.GetUnderlyingType(type) is null && value.Equals(Activator.CreateInstance(type)));

    // As an object, since the name of a type is only written where the reader doesn't know it.
    private static byte[] Write(object message) => Serializer.SerializeToArray(message);

    private static object SampleOf(string alias) => MessageSamples.All.Single(sample => AliasOf(MessageSamples.TypeOf(sample)) == alias);

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.FullName!;
}
