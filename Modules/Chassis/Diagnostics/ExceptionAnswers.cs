using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using Npgsql;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>
/// Gives an exception its status and, for programs, its problem document. Of the exception nothing goes out but what
/// <see cref="BadBodyException"/> was made to say. Pages leave the body to the error page of the status.
/// </summary>
internal sealed class ExceptionAnswers(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = Describe(exception);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.SetRetryAfter(RetryAfter.Moment);
        if (WantsPage.Of(context)) return true;

        var problem = exception is BadBodyException { Errors.Count: > 0 } bad
            ? new HttpValidationProblemDetails(bad.Errors) { Status = status, Detail = detail }
            : new ProblemDetails { Status = status, Detail = detail };
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    private static (int Status, string? Detail) Describe(Exception exception) => exception switch
    {
        BadBodyException bad => (bad.StatusCode, bad.Message),
        BadHttpRequestException bad => (bad.StatusCode, null),
        // The second is a neighbour that broke off in the middle of its answer.
        NeighbourUnavailableException or HttpRequestException or HttpIOException => (StatusCodes.Status503ServiceUnavailable, "A part of the system is not reachable. Try again in a moment."),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => (StatusCodes.Status503ServiceUnavailable, "The database took too long. Try again in a moment, or ask for less: search for three or more letters in a row, or for a page with limit."),
        _ when DatabaseUnavailable.Is(exception) => (StatusCodes.Status503ServiceUnavailable, "The database is not reachable. Try again in a moment."),
        _ => (StatusCodes.Status500InternalServerError, "Something went wrong on our side. Quote the request id when you report it."),
    };
}
