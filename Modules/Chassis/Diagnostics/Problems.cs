using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Failures as RFC 9457 problem documents for programs and as pages for people.</summary>
internal static class Problems
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Extensions["requestId"] = problem.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<ExceptionAnswers>();
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseWhen(WantsPage.Of, pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(context => !WantsPage.Of(context), programs => programs.UseStatusCodePages());
        // Expected failures, such as a database that is away, are handled: only the others are worth an error line with a stack.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = failure => failure.HttpContext.Response.StatusCode != StatusCodes.Status500InternalServerError,
        });
    }
}
