// Answers as GitHub words them.
export const json = (data, status = 200) =>
  new Response(status === 204 ? null : JSON.stringify(data), {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
  });

export const failure = (status, message, errors) =>
  json(
    { message, ...(errors && { errors }), documentation_url: "https://docs.github.com/rest", status: String(status) },
    status,
  );

export const invalid = (resource, error) => failure(422, "Validation Failed", [{ resource, ...error }]);

const NEEDS = { git: "contents", pulls: "pull_requests", "check-runs": "checks", issues: "issues", labels: "issues" };

// What a job's token hears that lacks a grant, with the header that names the grant.
export function forbidden(path) {
  const response = failure(403, "Resource not accessible by integration");
  response.headers.set("x-accepted-github-permissions", `${NEEDS[path.split("/")[4]] ?? "metadata"}=write`);
  return response;
}
