using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Kafka;

/// <summary>Checks the annotations of <see cref="KafkaOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class KafkaOptionsValidator : IValidateOptions<KafkaOptions>;
