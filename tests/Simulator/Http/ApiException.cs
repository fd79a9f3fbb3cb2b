namespace PulumiOvhOrder.Simulator.Http;

/// <summary>An error answer. Whatever the handler has not changed until then stays as it is.</summary>
internal sealed class ApiException : Exception
{
    private ApiException(int status, object body)
        : base($"HTTP {status}")
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public object Body { get; }

    public static ApiException With(int status, object body) => new(status, body);

    public static ApiException Of(int status, string errorClass, string message) =>
        new(status, new { @class = errorClass, message });

    public static ApiException BadRequest(string message) => Of(400, "Client::BadRequest", message);

    public static ApiException Forbidden(string message) => Of(403, "Client::Forbidden", message);

    public static ApiException NotFound(string message) => Of(404, "Client::NotFound", message);

    public static ApiException NoSuchRoute() => NotFound("Got an invalid (or empty) URL");

    public static ApiException NoSuchObject(string name, object id) => NotFound($"The requested object ({name} = {id}) does not exist");

    /// <summary>The gateway's errors with the older fields too: some of OVHcloud's clients go by <c>errorCode</c>.</summary>
    public static ApiException Gateway(int status, string errorClass, string errorCode, string message) =>
        new(status, new { @class = errorClass, errorCode, httpCode = HttpCode(status), message });

    /// <summary>A policy does not allow the action.</summary>
    public static ApiException Unauthorized(string action) => new(403, new
    {
        @class = "Client::Forbidden",
        message = "User not granted for this request",
        details = new { unauthorizedActionsByIAM = action },
    });

    /// <summary>The older body, without a class.</summary>
    public static ApiException OldGateway(int status, string errorCode, string message) =>
        new(status, new { errorCode, httpCode = HttpCode(status), message });

    /// <summary>The body that goes with a status where nothing else is known.</summary>
    public static ApiException ForStatus(int status) => status switch
    {
        400 => BadRequest("Bad request"),
        401 => Of(401, "Client::Unauthorized", "You must login first"),
        403 => Forbidden("You are not allowed"),
        404 => NotFound("This service does not exist"),
        409 => Of(409, "Client::Conflict", "Conflict"),
        429 => Of(429, "Client::TooManyRequests", "Too many requests"),
        460 => Of(460, "Client::Expired", "This service is expired"),
        503 => Of(503, "Server::ServiceUnavailable", "Service is temporarily unavailable"),
        < 500 => Of(status, "Client::Error", "The request was refused"),
        _ => Of(status, "Server::InternalServerError", "Internal server error"),
    };

    private static string HttpCode(int status) => status switch
    {
        400 => "400 Bad Request",
        401 => "401 Unauthorized",
        403 => "403 Forbidden",
        _ => $"{status} Error",
    };
}
