namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>What becomes of one call to the API.</summary>
internal enum Fate
{
    Answered,

    /// <summary>Answered with that status, and not processed.</summary>
    Refused400,
    Refused403,
    Refused404,
    Failed500,
    Failed503,

    /// <summary>The connection breaks before the call was processed.</summary>
    LostOnTheWay,

    /// <summary>Processed; the connection breaks without an answer.</summary>
    AnswerLost,

    /// <summary>Processed; answered with 500.</summary>
    DoneThen500,

    /// <summary>Something on the way delivers it twice; the first answer comes back.</summary>
    TwiceFirstAnswer,

    /// <summary>Something on the way delivers it twice; the second answer comes back.</summary>
    TwiceSecondAnswer,

    /// <summary>The plugin and the engine die before the call.</summary>
    KilledBefore,

    /// <summary>They die when the call was processed, before its answer.</summary>
    KilledAfter,

    /// <summary>The user presses Ctrl-C before the call.</summary>
    StoppedBefore,

    /// <summary>The user presses Ctrl-C when the call was processed, before its answer.</summary>
    StoppedAfter,
}
