using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;

namespace EcommerceBot.Host.Bus;

/// <summary>Tells "the store or the broker is away" from "this message cannot be handled": the first says nothing against the message.</summary>
internal static class InfrastructureFault
{
    public static bool Is(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException { IsTransient: true } or SocketException or RedisConnectionException or RedisTimeoutException)
                return !IsConflict(exception);
        }
        return false;
    }

    // Lost races are transient too, but a store that decides races is there.
    private static bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException || exception.GetBaseException() is DbException { SqlState: "40001" or "40P01" };
}
