// Answers as GitHub words them.
export const json = (data, status = 200) =>
  new Response(status === 204 ? null : JSON.stringify(data), { status, headers: { "content-type": "application/json; charset=utf-8" } });

export const failure = (status, message, errors) =>
  json({ message, ...(errors && { errors }), documentation_url: "https://docs.github.com/rest", status: String(status) }, status);

export const invalid = (resource, error) => failure(422, "Validation Failed", [{ resource, ...error }]);
