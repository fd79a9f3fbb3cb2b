using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>How Refit makes requests from the routes and reads their answers.</summary>
internal static class OvhRefit
{
    public static RefitSettings Settings { get; } = new(new Json(), new UrlValues())
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,

        // The chain has thrown whatever there is to throw: no answer but a success comes this far.
        ExceptionFactory = static _ => ValueTask.FromResult<Exception?>(null),
        TransportExceptionFactory = static (_, failure, _) => failure,
        DeserializationExceptionFactory = static (response, cause) =>
            ValueTask.FromResult<Exception?>(AnswerHandler.NotUnderstood(Call.Of(response.RequestMessage!), cause)),
    };

    /// <summary>
    /// What stands in a path or a query. A value that would change which route is called is refused: an empty id lists, a dot climbs.
    /// </summary>
    private sealed class UrlValues : IUrlParameterFormatter
    {
        public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
        {
            null => null,
            string text => text,
            DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            IId { IsPathSegment: true } id => id.ToString(),
            _ => throw new ArgumentException($"'{value}' is no {type.Name}.", nameof(value)),
        };
    }

    private sealed class Json : IHttpContentSerializer
    {
        private static readonly MediaTypeHeaderValue Type = new("application/json");

        public HttpContent ToHttpContent<T>(T item) =>
            new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, OvhJson.Default.GetTypeInfo(typeof(T))!))
            {
                Headers =
                { ContentType = Type }
            };

        /// <summary>An answer that is not understood is as good as lost: what was only read is read again.</summary>
        public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
        {
            try
            {
                return Read<T>(await content.ReadAsByteArrayAsync(cancellationToken));
            }
            catch (JsonException) when (content is AnswerContent { AskAgain: not null })
            {
                return Read<T>(await ((AnswerContent)content).AskAgain!(cancellationToken));
            }
        }

        public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

        private static T Read<T>(byte[] body) =>
            (T?)JsonSerializer.Deserialize(body, OvhJson.Default.GetTypeInfo(typeof(T))!)
                ?? throw UnexpectedValueException.Null();
    }
}
