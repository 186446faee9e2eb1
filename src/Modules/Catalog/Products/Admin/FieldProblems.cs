using EcommerceBot.Catalog.Contracts.Requests;
using Microsoft.AspNetCore.Http;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Faults as RFC 9457 words them: one problem, every wrong field in <c>errors</c>.</summary>
internal static class FieldProblems
{
    public static IResult Of(IReadOnlyList<FieldFault> faults, int status = StatusCodes.Status400BadRequest) => Results.ValidationProblem(
        faults.GroupBy(fault => fault.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Select(fault => fault.Reason).ToArray()),
        detail: string.Join(' ', faults.Take(20).Select(fault => $"{fault.Field} {fault.Reason}".Trim())),
        statusCode: status,
        title: status switch
        {
            StatusCodes.Status412PreconditionFailed => "It has been changed meanwhile",
            StatusCodes.Status409Conflict => "This does not fit the rest of the shop",
            _ => "Some fields are wrong",
        });
}
