using System.CommandLine;
using System.CommandLine.Parsing;

namespace ShellCorp.AppHost.Running;

/// <summary>The command line.</summary>
public static class RunCommand
{
    private static readonly Option<FeedChoice> Feed = new("--feed")
    {
        Description = "simulator, or wyscout:<folder>",
        DefaultValueFactory = _ => new(WyscoutFolder: null),
        CustomParser = result => Parsed(result, FeedChoice.Parse),
    };

    private static readonly Option<int?> Matches = new("--matches") { Description = "How many matches to play [default: all of a folder, 8 of the simulator]" };

    private static readonly Option<Speed> Speed = new("--speed")
    {
        Description = "1 is real time, 60 an hour a minute, max as fast as the pipeline takes it",
        DefaultValueFactory = _ => new(20),
        CustomParser = result => Parsed(result, Running.Speed.Parse),
    };

    private static readonly Option<int> Silos = new("--silos") { Description = "How many silos to run in this process", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Port = new("--port") { Description = "The web server's port; 0 for any that is free", DefaultValueFactory = _ => 5080 };
    private static readonly Option<bool> ExitWhenDone = new("--exit-when-done") { Description = "Stop once everything is played and processed" };
    private static readonly Option<FileInfo?> Report = new("--report") { Description = "Write what came out to this JSON file once everything is processed" };

    /// <summary>The command; <paramref name="run"/> does the work and returns the exit code.</summary>
    public static RootCommand Create(Func<RunOptions, CancellationToken, Task<int>> run)
    {
        Matches.Validators.Add(result => Within(result, 1, 100_000));
        Silos.Validators.Add(result => Within(result, 1, 16));
        Port.Validators.Add(result => Within(result, 0, 65_535));
        Report.Validators.Add(InFolder);
        var command = new RootCommand("ShellCorp: live football ratings. Starts brokers, silos and the web page in one process and plays matches into them.")
        {
            Feed, Matches, Speed, Silos, Port, ExitWhenDone, Report,
        };
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return command;
    }

    private static RunOptions Read(ParseResult parsed) => new()
    {
        Feed = parsed.GetValue(Feed)!,
        Matches = parsed.GetValue(Matches),
        Speed = parsed.GetValue(Speed),
        Silos = parsed.GetValue(Silos),
        Port = parsed.GetValue(Port),
        ExitWhenDone = parsed.GetValue(ExitWhenDone),
        Report = parsed.GetValue(Report),
    };

    private static T Parsed<T>(ArgumentResult result, Func<string, T> parse)
    {
        try
        {
            return parse(result.Tokens.Single().Value);
        }
        catch (FormatException exception)
        {
            result.AddError(exception.Message);
            return default!;
        }
    }

    private static void InFolder(OptionResult result)
    {
        if (result.Tokens.SingleOrDefault()?.Value is { } text && new FileInfo(text).Directory is { Exists: false } folder)
            result.AddError($"{result.Option.Name} '{text}': there is no folder {folder.FullName}.");
    }

    private static void Within(OptionResult result, int low, int high)
    {
        var text = result.Tokens.SingleOrDefault()?.Value;
        if (int.TryParse(text, out var value) && (value < low || value > high))
            result.AddError($"{result.Option.Name} {value}: from {low} to {high}.");
    }
}
