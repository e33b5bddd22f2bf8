/** What the real server says when a required parameter is missing. It has its own words for most of them. */
const words: Record<string, string> = {
  chat_id: "chat_id is empty",
  text: "message text is empty",
  message_id: "message identifier is not specified",
  callback_query_id: "query is too old and response timeout expired or query ID is invalid",
  document: "there is no document in the request",
  photo: "there is no photo in the request",
  file_id: "file_id not specified",
  name: "name must be non-empty",
  action: "wrong parameter action in request",
};

export function missingText(method: string, parameter: string): string {
  return words[parameter] ?? `parameter "${parameter}" is required by ${method}`;
}
