import { expect, test } from "vitest";
import type { BotApiServer } from "../../src/botapi/server.ts";
import { ada, startServer } from "./support.ts";

const call = async (server: BotApiServer, path: string, init?: RequestInit) => {
  const response = await fetch(`${server.url}${path}`, init);
  return { status: response.status, body: await response.json() };
};

test("a wrong token is 401, an unknown method or path 404", async () => {
  const server = await startServer();
  const wrong = { ok: false, error_code: 401, description: "Unauthorized" };
  expect(await call(server, "/bot1:wrong/getMe")).toEqual({ status: 401, body: wrong });
  expect(await call(server, "/file/bot1:wrong/documents/file_0.txt")).toEqual({ status: 401, body: wrong });
  const missing = { ok: false, error_code: 404, description: "Not Found" };
  expect(await call(server, `/bot${server.token}/sendTelepathy`)).toEqual({ status: 404, body: missing });
  expect(await call(server, "/")).toEqual({ status: 404, body: missing });
  expect(await call(server, `/file/bot${server.token}/nope`)).toEqual({ status: 404, body: missing });
});

test("method names ignore case, and parameters may stand in the query", async () => {
  const server = await startServer();
  ada(server);
  const path = `/bot${server.token}/SENDMESSAGE?chat_id=42&text=hi&disable_notification=true`;
  expect(await call(server, path)).toMatchObject({ body: { ok: true, result: { text: "hi" } } });
  expect(server.chat(42).last?.silent).toBe(true);
});

test("a form holds JSON in its strings, and text stays text", async () => {
  const server = await startServer();
  ada(server);
  const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: "A", callback_data: "a" }]] });
  const body = new URLSearchParams({ chat_id: "42", text: "123", reply_markup });
  expect(await call(server, `/bot${server.token}/sendMessage`, { method: "POST", body })).toMatchObject({
    body: { result: { text: "123", reply_markup: { inline_keyboard: [[{ text: "A" }]] } } },
  });
});

test("a file may come under the parameter's own name", async () => {
  const server = await startServer();
  ada(server);
  const body = new FormData();
  body.set("chat_id", "42");
  body.set("document", new File(["x"], "x.txt"));
  const answer = await call(server, `/bot${server.token}/sendDocument`, { method: "POST", body });
  expect(answer).toMatchObject({ status: 200, body: { result: { document: { file_name: "x.txt" } } } });
});

test("broken JSON is refused", async () => {
  const server = await startServer();
  const headers = { "content-type": "application/json" };
  for (const body of ["{", "[1]"]) {
    const answer = await call(server, `/bot${server.token}/sendMessage`, { method: "POST", headers, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { description: "Bad Request: can't parse JSON object" },
    });
  }
});

test("an escaped token works, a broken path is refused, and a port in use is an error", async () => {
  const server = await startServer();
  const escaped = encodeURIComponent(server.token);
  expect(await call(server, `/bot${escaped}/getMe`)).toMatchObject({ status: 200 });
  expect(await call(server, "/bot%E0%A4%A/getMe")).toMatchObject({ status: 401 });
  const second = startServer({ port: Number(new URL(server.url).port) });
  await expect(second).rejects.toThrow(/EADDRINUSE/);
});
