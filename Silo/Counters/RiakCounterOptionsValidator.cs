using Microsoft.Extensions.Options;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Silo.Counters;

internal sealed class RiakCounterOptionsValidator : IValidateOptions<RiakCounterOptions>
{
    private const string Section = RiakCounterOptions.Section;

    public ValidateOptionsResult Validate(string? name, RiakCounterOptions options)
    {
        string?[] failures =
        [
            string.IsNullOrWhiteSpace(options.BucketType) ? $"{Section}:BucketType is empty: players' maps need a bucket type of data type map." : null,
            string.IsNullOrWhiteSpace(options.Bucket) ? $"{Section}:Bucket is empty: players' maps need a bucket." : null,
            CounterRegion.IsName(options.Region) ? null
                : $"{Section}:Region = '{options.Region}' is refused: it names the counters of this region, apart from all others', in 1 to 32 letters a to z, digits and hyphens.",
        ];
        var given = failures.OfType<string>().ToList();
        return given.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(given);
    }
}
