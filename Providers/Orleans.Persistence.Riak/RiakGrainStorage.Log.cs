using Microsoft.Extensions.Logging;

namespace Orleans.Persistence.Riak;

public sealed partial class RiakGrainStorage
{
    [LoggerMessage(1, LogLevel.Information, "The answer to writing '{State}' of {Grain} was lost; what is stored is read.")]
    private partial void LogAnswerLost(Exception exception, string state, GrainId grain);

    [LoggerMessage(2, LogLevel.Information, "{Siblings} siblings of '{State}' of {Grain} are merged and written back.")]
    private partial void LogSiblings(int siblings, string state, GrainId grain);

    [LoggerMessage(3, LogLevel.Warning, "Riak grain storage '{Name}': no node answers; states can't be read until one does.")]
    private partial void LogAway(Exception exception, string name);
}
