using System.Globalization;
using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <content>Rules for single fields.</content>
public static partial class EventValidator
{
    private static void CheckEventId(string id, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(id))
            errors.Add("id", null, "is missing");
        else if (id.Length > MaxIdLength)
            errors.Add("id", id, $"has {id.Length} characters, at most {MaxIdLength} are allowed");
        else if (!IsPrintable(id))
            errors.Add("id", id, "must be of printable characters");
    }

    private static void CheckPositive(string field, long value, FieldErrors errors)
    {
        if (value <= 0)
            errors.Add(field, value, "must be a positive number");
    }

    private static void CheckDefined<T>(string field, T value, FieldErrors errors)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            errors.Add(field, value, "is none of the known values");
    }

    private static void CheckTime(MatchTime time, FieldErrors errors)
    {
        CheckDefined("period", time.Period, errors);
        if (time.Second is < 0 or > 59)
            errors.Add("second", time.Second, "must be between 0 and 59");

        if (time.Minute is < 0 or > MaxMinute)
            errors.Add("minute", time.Minute, $"must be between 0 and {MaxMinute}");
        else if (!errors.Has("period"))
            CheckMinuteOfPeriod(time, errors);
    }

    private static void CheckMinuteOfPeriod(MatchTime time, FieldErrors errors)
    {
        var first = MatchTime.StartOf(time.Period);
        var last = MatchTime.EndOf(time.Period) + MaxStoppageMinutes;
        if (time.Minute < first || time.Minute > last)
            errors.Add("minute", time.Minute, $"is not in period {WireNames.Periods.Of(time.Period)}, whose clock shows {first} to {last}");
    }

    private static void CheckPoint(string xField, string yField, PitchPoint? point, FieldErrors errors)
    {
        if (point is not { } at)
            return;

        CheckCoordinate(xField, at.X, errors);
        CheckCoordinate(yField, at.Y, errors);
    }

    private static void CheckCoordinate(string field, double value, FieldErrors errors)
    {
        if (value is not (>= 0 and <= 100))
            errors.Add(field, value, "must be between 0 and 100, per cent of the pitch");
    }

    private static void CheckName(string field, string name, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(name))
            errors.Add(field, name, "must not be empty");
        else if (name.Length > MaxNameLength)
            errors.Add(field, name, $"has {name.Length} characters, at most {MaxNameLength} are allowed");
        else if (!IsPrintable(name))
            errors.Add(field, name, "must be of printable characters");
    }

    // Half a surrogate pair can't be written as UTF-8 and would come back as another character.
    private static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD || System.Text.Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
        }

        return true;
    }
}
