namespace ShellCorp.Web.Api.Market;

/// <summary>A body that can't be read as what the endpoint takes.</summary>
/// <param name="answer">What to answer.</param>
internal sealed class BodyRefusedException(IResult answer) : Exception("The body can't be read.")
{
    public IResult Answer { get; } = answer;
}
