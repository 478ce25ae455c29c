namespace SparkConnect.TestServer.Faults;

/// <summary>What goes wrong with a statement.</summary>
public enum FaultKind
{
    /// <summary>It never arrives; the connection breaks.</summary>
    LoseRequest,

    /// <summary>Its stream breaks after some responses; it goes on.</summary>
    BreakStream,

    /// <summary>Its stream ends in order before anything came, as after the server's longest time; it goes on.</summary>
    EndStream,

    /// <summary>The answer to the commit of one of its tasks is lost: the task runs again, its rows are there twice, and the statement succeeds.</summary>
    RepeatTask,

    /// <summary>One of its tasks fails; the rows of the others stay.</summary>
    FailTask,

    /// <summary>One of its tasks writes nothing and says it did; no recorded Spark does that.</summary>
    LoseTask,

    /// <summary>Its last commit waits until it is let go, whatever the client is told meanwhile.</summary>
    CommitLate,
}
