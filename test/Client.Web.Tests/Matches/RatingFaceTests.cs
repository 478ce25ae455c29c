using ShellCorp.Web.Matches;
using ShellCorp.Web.Tests.Live;

namespace ShellCorp.Web.Tests.Matches;

public sealed class RatingFaceTests
{
    [Theory]
    [InlineData(744, "7.4", 5)]
    [InlineData(745, "7.5", 5)]
    [InlineData(300, "3.0", 1)]
    [InlineData(1000, "10.0", 7)]
    [InlineData(599, "6.0", 3)]
    [InlineData(594, "5.9", 2)]
    public void A_rating_is_rounded_half_up_and_its_band_follows_the_number_shown(int hundredths, string text, int band)
    {
        var face = RatingFace.Of(new(Told.Rating(1, 1, hundredths), 0, 1));
        Assert.Equal((text, band), (face.Text, face.Band));
    }

    [Fact]
    public void The_change_is_told_by_sign_number_and_words()
    {
        var up = RatingFace.Of(new(Told.Rating(1, 1, 730), 3, 1));
        var down = RatingFace.Of(new(Told.Rating(1, 1, 730), -12, 1));

        Assert.Equal(("▲0.3", "Rating 7.3, up 0.3"), (up.Delta, up.Words));
        Assert.Equal(("▼1.2", "Rating 7.3, down 1.2"), (down.Delta, down.Words));
    }

    [Fact]
    public void A_final_rating_has_no_arrow() =>
        Assert.Equal(("", "Rating 7.3, final"), RatingFace.Of(new(Told.Rating(1, 9, 730, final: true), 4, 1)) is var face ? (face.Delta, face.Words) : default);

    [Fact]
    public void Before_ten_minutes_there_is_a_dash_with_the_reason()
    {
        var face = RatingFace.Of(new(Told.Rating(1, 1, 730, shown: false), 0, 1));
        Assert.Equal(("–", 0, "No rating: 5′ played, shown from 10′"), (face.Text, face.Band, face.Words));
    }

    [Fact]
    public void Who_has_not_played_has_a_dash_with_another_reason() =>
        Assert.Equal("No rating: has not played", RatingFace.Of(null).Words);
}
