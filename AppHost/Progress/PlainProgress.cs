using System.Globalization;
using ShellCorp.Feeds.Running;

namespace ShellCorp.AppHost.Progress;

/// <summary>One line for each thing that happened: for pipes and logs.</summary>
internal sealed class PlainProgress(TextWriter output) : RunProgress
{
    private bool _draining;

    public override void Started(Uri address, Uri reports, string bootstrapServers)
    {
        Line($"ShellCorp serves at {address}");
        Line($"Reports are at {reports}openapi/v1.json");
        Line($"Kafka clients connect to {bootstrapServers}; everything is kept in memory and gone when this stops");
    }

    public override Task<FeedResult> FollowAsync(FeedRunner runner, Task<FeedResult> run) => run;

    public override void Draining(long lag)
    {
        if (!_draining && lag > 0)
            Line($"All rows are sent, {lag} records are on their way");
        _draining = true;
    }

    public override void Played(FeedResult result, TimeSpan elapsed) =>
        Line($"{result.Feed}: {result.Read} rows read, {result.Accepted} accepted, {result.Rejected} rejected, all in effect after {elapsed.TotalSeconds:0.0} s");

    public override void Reported(FileInfo file) => Line($"Report written to {file.FullName}");

    public override void Stopping() => Line("Stopping");

    public override void Failed(string reason) => Line(reason);

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private void Line(string text) => output.WriteLine(text);
}
