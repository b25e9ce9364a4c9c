using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Pages;

/// <summary>What an error page says: what happened, and what to do now.</summary>
internal sealed record ErrorText(string Title, string WhatHappened, string WhatToDo)
{
    public static ErrorText Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "We could not read that",
            "Something in the request was missing, broken or out of date. Nothing was changed.",
            "Go back, reload the page and try once more."),
        StatusCodes.Status403Forbidden => new(
            "That is not yours to do",
            "The page exists, but your account may not use it.",
            "If you think it should, log in with another account."),
        StatusCodes.Status404NotFound => new(
            "There is nothing here",
            "The address may be mistyped, or the thought was deleted.",
            "Search for it above, or start again from the front page."),
        StatusCodes.Status405MethodNotAllowed => new(
            "That does not work here",
            "The page exists, but not for this kind of request. Nothing was changed.",
            "Open the page from a link or from the front page."),
        StatusCodes.Status413PayloadTooLarge => new(
            "That was too much",
            "The request was larger than we accept. Nothing was changed.",
            "Go back and send less."),
        StatusCodes.Status429TooManyRequests => new(
            "Too many tries",
            "There were too many tries in a short time, so we paused them for a while.",
            "Wait a few minutes, then try again."),
        StatusCodes.Status503ServiceUnavailable => new(
            "We will be right back",
            "A part of MyThoughts cannot be reached at the moment. Nothing was lost, but what you just sent may not have been saved.",
            "Wait a few seconds, then reload the page."),
        < StatusCodes.Status500InternalServerError => new(
            "That did not work",
            "The server did not accept the request. Nothing was changed.",
            "Go back and try once more."),
        _ => new(
            "Something went wrong",
            "The mistake is ours. It has been written down and somebody will look at it.",
            "Try again. If it happens once more, tell us the number below."),
    };
}
